/**
 * The words of the window: one namespace a feature, and `common` for what several share.
 */
import enArrivals from './en/arrivals.json'
import enAlerts from './en/alerts.json'
import enAudit from './en/audit.json'
import enBackups from './en/backups.json'
import enCalendar from './en/calendar.json'
import enClosing from './en/closing.json'
import enCommon from './en/common.json'
import enDossier from './en/dossier.json'
import enDossiers from './en/dossiers.json'
import enFigureReport from './en/figure-report.json'
import enFigures from './en/figures.json'
import enFigureViews from './en/figure-views.json'
import enFirstStart from './en/first-start.json'
import enForms from './en/forms.json'
import enHandovers from './en/handovers.json'
import enImports from './en/imports.json'
import enOverdue from './en/overdue.json'
import enPeople from './en/people.json'
import enProcedures from './en/procedures.json'
import enReception from './en/reception.json'
import enRescue from './en/rescue.json'
import enResults from './en/results.json'
import enSettings from './en/settings.json'
import enSignIn from './en/sign-in.json'
import enSteps from './en/steps.json'
import enToday from './en/today.json'
import viArrivals from './vi/arrivals.json'
import enStops from './en/stops.json'
import viAlerts from './vi/alerts.json'
import viAudit from './vi/audit.json'
import viBackups from './vi/backups.json'
import viCalendar from './vi/calendar.json'
import viClosing from './vi/closing.json'
import viCommon from './vi/common.json'
import viDossier from './vi/dossier.json'
import viDossiers from './vi/dossiers.json'
import viFigureReport from './vi/figure-report.json'
import viFigures from './vi/figures.json'
import viFigureViews from './vi/figure-views.json'
import viFirstStart from './vi/first-start.json'
import viForms from './vi/forms.json'
import viHandovers from './vi/handovers.json'
import viImports from './vi/imports.json'
import viOverdue from './vi/overdue.json'
import viPeople from './vi/people.json'
import viProcedures from './vi/procedures.json'
import viReception from './vi/reception.json'
import viRescue from './vi/rescue.json'
import viResults from './vi/results.json'
import viSettings from './vi/settings.json'
import viSignIn from './vi/sign-in.json'
import viSteps from './vi/steps.json'
import viStops from './vi/stops.json'
import viToday from './vi/today.json'

/** Vietnamese, the language keys are typed by. */
export const vi = {
  arrivals: viArrivals,
  alerts: viAlerts,
  audit: viAudit,
  backups: viBackups,
  calendar: viCalendar,
  closing: viClosing,
  common: viCommon,
  dossier: viDossier,
  dossiers: viDossiers,
  'figure-report': viFigureReport,
  figures: viFigures,
  'figure-views': viFigureViews,
  'first-start': viFirstStart,
  forms: viForms,
  handovers: viHandovers,
  imports: viImports,
  overdue: viOverdue,
  people: viPeople,
  procedures: viProcedures,
  reception: viReception,
  rescue: viRescue,
  results: viResults,
  settings: viSettings,
  'sign-in': viSignIn,
  steps: viSteps,
  stops: viStops,
  today: viToday,
}

/** English; a test holds it to the same keys. */
export const en = {
  arrivals: enArrivals,
  alerts: enAlerts,
  audit: enAudit,
  backups: enBackups,
  calendar: enCalendar,
  closing: enClosing,
  common: enCommon,
  dossier: enDossier,
  dossiers: enDossiers,
  'figure-report': enFigureReport,
  figures: enFigures,
  'figure-views': enFigureViews,
  'first-start': enFirstStart,
  forms: enForms,
  handovers: enHandovers,
  imports: enImports,
  overdue: enOverdue,
  people: enPeople,
  procedures: enProcedures,
  reception: enReception,
  rescue: enRescue,
  results: enResults,
  settings: enSettings,
  'sign-in': enSignIn,
  steps: enSteps,
  stops: enStops,
  today: enToday,
}

/** The name of a namespace, which is the name of a feature or `common`. */
export type WordSpace = keyof typeof vi

/** The languages of the window. */
export const LANGUAGES = ['vi', 'en'] as const
export type Language = (typeof LANGUAGES)[number]
