/**
 * Every operation of the contract and the use case behind it.
 */
import { implement } from '@orpc/server'
import { contract } from '../contract/index.ts'
import {
  backupOverview,
  backupState,
  exportEverything,
  importEverything,
  makeBackupNow,
  previewBackup,
  restoreBackup,
  setBackupPassword,
  setSecondFolder,
} from './backups/use-cases.ts'
import { printSlip } from './arrivals/print.ts'
import { readArrivals, recordAll } from './arrivals/read-file.ts'
import {
  accept,
  askCompletion,
  change,
  completed,
  countsOfArrivals,
  decline,
  findByReference,
  getArrivalPage,
  listOfArrivals,
  record,
  retract,
} from './arrivals/use-cases.ts'
import {
  applyChange,
  cancelApply,
  exportMoved,
  exportYears,
  moved,
  proposeYear,
  readCalendarFile,
  remindersOf,
  ruleChanges,
  whatIf,
  yearOf,
} from './calendar/use-cases.ts'
import {
  claimAlerts,
  listAlerts,
  seenAlerts,
  setAlertSettings,
  settingsOfAlerts,
} from './alerts/use-cases.ts'
import { OfficeError } from '../contract/errors.ts'
import {
  cancelVerify,
  exportAuditFile,
  listAudit,
  notePrint,
  rebuildRows,
  verifyOffice,
} from './audit/use-cases.ts'
import { retentionOf, setRetention } from './audit/retention.ts'
import type { Context } from './context.ts'
import {
  addNote,
  agenciesAsked,
  correct,
  countsOfQueues,
  findByCode,
  getDossier,
  listDossiers,
  pause,
  recordStep,
  resume,
  taxNotice,
} from './dossiers/use-cases.ts'
import { workOfEverybody } from './dossiers/open-work.ts'
import { decideApologies, draftApology, proposeDates } from './desk/apologies.ts'
import { causesOf, setCauses } from './desk/causes.ts'
import { listDesk, whoseOf } from './desk/list.ts'
import { outlookOf } from './desk/outlook.ts'
import { noteAll, remind, setCause } from './desk/marks.ts'
import { overviewOf } from './desk/overview.ts'
import { deskPageOf } from './desk/page.ts'
import { printList } from './desk/print.ts'
import { exportList, printList as printDossierList } from './dossiers/export-list.ts'
import { previewPause } from './dossiers/pauses.ts'
import { printReceipt } from './dossiers/receipt.ts'
import { printBook } from './forms/book.ts'
import { printForm, printReminders } from './forms/print.ts'
import { cancelExport, exportSummary } from './figures/export.ts'
import { exportChecksOfPeriod } from './figures/export-checks.ts'
import {
  agesOfPending,
  checksOfPeriod,
  loadOfPending,
  seriesOf,
  summaryOf,
  tableOfPeriod,
  timesOfPeriod,
} from './figures/use-cases.ts'
import {
  closePeriod,
  closingFile,
  conflictsOf,
  differencesOf,
  differencesSinceMoment,
  knowledgeUpTo,
  listClosed,
  previewClosing,
  reopenPeriod,
  tablesOfClosing,
} from './closing/use-cases.ts'
import { exportDifferencesOf, exportDifferencesSince } from './closing/export.ts'
import { verifyClosing } from './closing/verify.ts'
import {
  cancelImport,
  checkImport,
  commitImport,
  failedRowsOfImport,
  openImport,
  problemsOfImport,
  sheetOfImport,
} from './imports/use-cases.ts'
import {
  changeOffice,
  closeSample,
  keepPreference,
  openSample,
  preferenceOf,
  proceduresOf,
  setUp,
  staffOf,
  statusOf,
} from './office/use-cases.ts'
import { changePassword, lock, signIn, signOut, unlock } from './people/signing-in.ts'
import {
  addPerson,
  changePerson,
  claim,
  listPeople,
  resetPassword,
  setAccess,
  setActive,
} from './people/use-cases.ts'
import {
  addAllVersions,
  addVersion,
  catalogueChanges,
  exportCatalogue,
  listVersions,
  readCatalogueFile,
  setVersionStatus,
} from './procedures/use-cases.ts'
import { findApplicantsOf } from './reception/applicants.ts'
import { exportResults, listResults, returnAll } from './results/use-cases.ts'
import {
  addStop,
  addStops,
  exportStops,
  liftStop,
  listStops,
  matchStops,
  readStopFile,
  stopsOfDossiers,
} from './stops/use-cases.ts'
import { alike, communes, previewDue, receive } from './reception/use-cases.ts'

import { confirm, getBatch, give, listBatches, waitingBatches } from './handovers/use-cases.ts'
import { printBatch } from './handovers/print.ts'
import { pathOfOne } from './steps/path.ts'
import { assign, countsOfSteps, passOn, sendBack, take } from './steps/use-cases.ts'

const os = implement(contract).$context<Context>()

/** The register is open: there is nothing to rescue. */
function notInRescue(): never {
  throw new OfficeError('not-in-rescue')
}

/** The operations, each given the context and its checked input. */
export const router = os.router({
  office: {
    status: os.office.status.handler(({ context }) => statusOf(context)),
    setUp: os.office.setUp.handler(({ context, input }) => setUp(context, input)),
    change: os.office.change.handler(({ context, input }) => changeOffice(context, input)),
    openSample: os.office.openSample.handler(({ context }) => openSample(context)),
    closeSample: os.office.closeSample.handler(({ context }) => closeSample(context)),
    staff: os.office.staff.handler(({ context }) => staffOf(context)),
    procedures: os.office.procedures.handler(({ context, input }) => proceduresOf(context, input)),
    preference: os.office.preference.handler(({ context, input }) => preferenceOf(context, input)),
    setPreference: os.office.setPreference.handler(({ context, input }) => keepPreference(context, input)),
  },
  reception: {
    preview: os.reception.preview.handler(({ context, input }) => previewDue(context, input)),
    findApplicants: os.reception.findApplicants.handler(({ context, input }) =>
      findApplicantsOf(context, input),
    ),
    findAlike: os.reception.findAlike.handler(({ context, input }) => alike(context, input)),
    receive: os.reception.receive.handler(({ context, input }) => receive(context, input)),
    communes: os.reception.communes.handler(({ context }) => communes(context)),
  },
  arrivals: {
    list: os.arrivals.list.handler(({ context, input }) => listOfArrivals(context, input)),
    counts: os.arrivals.counts.handler(({ context }) => countsOfArrivals(context)),
    get: os.arrivals.get.handler(({ context, input }) => getArrivalPage(context, input)),
    findByReference: os.arrivals.findByReference.handler(({ context, input }) =>
      findByReference(context, input),
    ),
    record: os.arrivals.record.handler(({ context, input }) => record(context, input)),
    change: os.arrivals.change.handler(({ context, input }) => change(context, input)),
    askCompletion: os.arrivals.askCompletion.handler(({ context, input }) => askCompletion(context, input)),
    completed: os.arrivals.completed.handler(({ context, input }) => completed(context, input)),
    decline: os.arrivals.decline.handler(({ context, input }) => decline(context, input)),
    retract: os.arrivals.retract.handler(({ context, input }) => retract(context, input)),
    accept: os.arrivals.accept.handler(({ context, input }) => accept(context, input)),
    readFile: os.arrivals.readFile.handler(({ context, input }) => readArrivals(context, input)),
    recordAll: os.arrivals.recordAll.handler(({ context, input }) => recordAll(context, input)),
    print: os.arrivals.print.handler(({ context, input }) => printSlip(context, input)),
  },
  stops: {
    list: os.stops.list.handler(({ context, input }) => listStops(context, input)),
    match: os.stops.match.handler(({ context, input }) => matchStops(context, input)),
    ofDossiers: os.stops.ofDossiers.handler(({ context, input }) => stopsOfDossiers(context, input)),
    add: os.stops.add.handler(({ context, input }) => addStop(context, input)),
    lift: os.stops.lift.handler(({ context, input }) => liftStop(context, input)),
    readFile: os.stops.readFile.handler(({ context, input }) => readStopFile(context, input)),
    addAll: os.stops.addAll.handler(({ context, input }) => addStops(context, input)),
    export: os.stops.export.handler(({ context, input }) => exportStops(context, input)),
  },
  alerts: {
    list: os.alerts.list.handler(({ context }) => listAlerts(context)),
    seen: os.alerts.seen.handler(({ context, input }) => seenAlerts(context, input)),
    claim: os.alerts.claim.handler(({ context, input }) => claimAlerts(context, input)),
    settings: os.alerts.settings.handler(({ context }) => settingsOfAlerts(context)),
    setSettings: os.alerts.setSettings.handler(({ context, input }) => setAlertSettings(context, input)),
  },
  dossiers: {
    list: os.dossiers.list.handler(({ context, input }) => listDossiers(context, input)),
    counts: os.dossiers.counts.handler(({ context }) => countsOfQueues(context)),
    openWork: os.dossiers.openWork.handler(({ context }) => workOfEverybody(context)),
    export: os.dossiers.export.handler(({ context, input }) => exportList(context, input)),
    print: os.dossiers.print.handler(({ context, input }) => printDossierList(context, input)),
    get: os.dossiers.get.handler(({ context, input }) => getDossier(context, input)),
    findByCode: os.dossiers.findByCode.handler(({ context, input }) => findByCode(context, input)),
    printReceipt: os.dossiers.printReceipt.handler(({ context, input }) => printReceipt(context, input)),
    previewPause: os.dossiers.previewPause.handler(({ context, input }) => previewPause(context, input)),
    pause: os.dossiers.pause.handler(({ context, input }) => pause(context, input)),
    resume: os.dossiers.resume.handler(({ context, input }) => resume(context, input)),
    recordStep: os.dossiers.recordStep.handler(({ context, input }) => recordStep(context, input)),
    correct: os.dossiers.correct.handler(({ context, input }) => correct(context, input)),
    note: os.dossiers.note.handler(({ context, input }) => addNote(context, input)),
    taxNotice: os.dossiers.taxNotice.handler(({ context, input }) => taxNotice(context, input)),
    agencies: os.dossiers.agencies.handler(({ context }) => agenciesAsked(context)),
  },
  forms: {
    print: os.forms.print.handler(({ context, input }) => printForm(context, input)),
    reminders: os.forms.reminders.handler(({ context, input }) => printReminders(context, input)),
    book: os.forms.book.handler(({ context, input }) => printBook(context, input)),
  },
  results: {
    list: os.results.list.handler(({ context, input }) => listResults(context, input)),
    export: os.results.export.handler(({ context, input }) => exportResults(context, input)),
    returnAll: os.results.returnAll.handler(({ context, input }) => returnAll(context, input)),
  },
  desk: {
    overview: os.desk.overview.handler(({ context, input }) => overviewOf(context, input)),
    list: os.desk.list.handler(({ context, input }) => listDesk(context, input)),
    whose: os.desk.whose.handler(({ context }) => whoseOf(context)),
    outlook: os.desk.outlook.handler(({ context }) => outlookOf(context)),
    dossier: os.desk.dossier.handler(({ context, input }) => deskPageOf(context, input)),
    causes: os.desk.causes.handler(({ context }) => causesOf(context)),
    setCauses: os.desk.setCauses.handler(({ context, input }) => setCauses(context, input)),
    setCause: os.desk.setCause.handler(({ context, input }) => setCause(context, input)),
    remind: os.desk.remind.handler(({ context, input }) => remind(context, input)),
    note: os.desk.note.handler(({ context, input }) => noteAll(context, input)),
    proposeDates: os.desk.proposeDates.handler(({ context, input }) => proposeDates(context, input)),
    draftApology: os.desk.draftApology.handler(({ context, input }) => draftApology(context, input)),
    decideApologies: os.desk.decideApologies.handler(({ context, input }) => decideApologies(context, input)),
    printList: os.desk.printList.handler(({ context, input }) => printList(context, input)),
  },
  steps: {
    assign: os.steps.assign.handler(({ context, input }) => assign(context, input)),
    take: os.steps.take.handler(({ context, input }) => take(context, input)),
    passOn: os.steps.passOn.handler(({ context, input }) => passOn(context, input)),
    sendBack: os.steps.sendBack.handler(({ context, input }) => sendBack(context, input)),
    counts: os.steps.counts.handler(({ context, input }) => countsOfSteps(context, input)),
    path: os.steps.path.handler(({ context, input }) => pathOfOne(context, input)),
  },
  handovers: {
    give: os.handovers.give.handler(({ context, input }) => give(context, input)),
    list: os.handovers.list.handler(({ context, input }) => listBatches(context, input)),
    waiting: os.handovers.waiting.handler(({ context }) => waitingBatches(context)),
    get: os.handovers.get.handler(({ context, input }) => getBatch(context, input)),
    confirm: os.handovers.confirm.handler(({ context, input }) => confirm(context, input)),
    print: os.handovers.print.handler(({ context, input }) => printBatch(context, input)),
  },
  imports: {
    open: os.imports.open.handler(({ context, input }) => openImport(context, input)),
    sheet: os.imports.sheet.handler(({ context, input }) => sheetOfImport(context, input)),
    check: os.imports.check.handler(({ context, input }) => checkImport(context, input)),
    problems: os.imports.problems.handler(({ context, input }) => problemsOfImport(context, input)),
    commit: os.imports.commit.handler(({ context, input }) => commitImport(context, input)),
    cancel: os.imports.cancel.handler(({ context, input }) => cancelImport(context, input)),
    failedRows: os.imports.failedRows.handler(({ context, input }) => failedRowsOfImport(context, input)),
  },
  calendar: {
    year: os.calendar.year.handler(({ context, input }) => yearOf(context, input)),
    propose: os.calendar.propose.handler(({ context, input }) => proposeYear(context, input)),
    readFile: os.calendar.readFile.handler(({ context, input }) => readCalendarFile(context, input)),
    exportYears: os.calendar.exportYears.handler(({ context, input }) => exportYears(context, input)),
    whatIf: os.calendar.whatIf.handler(({ context, input }) => whatIf(context, input)),
    moved: os.calendar.moved.handler(({ context, input }) => moved(context, input)),
    exportMoved: os.calendar.exportMoved.handler(({ context, input }) => exportMoved(context, input)),
    apply: os.calendar.apply.handler(({ context, input }) => applyChange(context, input)),
    cancelApply: os.calendar.cancelApply.handler(({ context }) => cancelApply(context)),
    changes: os.calendar.changes.handler(({ context }) => ruleChanges(context)),
    reminders: os.calendar.reminders.handler(({ context }) => remindersOf(context)),
  },
  people: {
    signIn: os.people.signIn.handler(({ context, input }) => signIn(context, input)),
    signOut: os.people.signOut.handler(({ context }) => signOut(context)),
    lock: os.people.lock.handler(({ context }) => lock(context)),
    unlock: os.people.unlock.handler(({ context, input }) => unlock(context, input)),
    claim: os.people.claim.handler(({ context, input }) => claim(context, input)),
    changePassword: os.people.changePassword.handler(({ context, input }) => changePassword(context, input)),
    list: os.people.list.handler(({ context }) => listPeople(context)),
    add: os.people.add.handler(({ context, input }) => addPerson(context, input)),
    change: os.people.change.handler(({ context, input }) => changePerson(context, input)),
    setActive: os.people.setActive.handler(({ context, input }) => setActive(context, input)),
    resetPassword: os.people.resetPassword.handler(({ context, input }) => resetPassword(context, input)),
    setAccess: os.people.setAccess.handler(({ context, input }) => setAccess(context, input)),
  },
  backups: {
    state: os.backups.state.handler(({ context }) => backupState(context)),
    overview: os.backups.overview.handler(({ context }) => backupOverview(context)),
    make: os.backups.make.handler(({ context }) => makeBackupNow(context)),
    setSecondFolder: os.backups.setSecondFolder.handler(({ context, input }) =>
      setSecondFolder(context, input),
    ),
    setPassword: os.backups.setPassword.handler(({ context, input }) => setBackupPassword(context, input)),
    preview: os.backups.preview.handler(({ context, input }) => previewBackup(context, input)),
    restore: os.backups.restore.handler(({ context, input }) => restoreBackup(context, input)),
    exportAll: os.backups.exportAll.handler(({ context }) => exportEverything(context)),
    importAll: os.backups.importAll.handler(({ context, input }) => importEverything(context, input)),
  },
  figures: {
    summary: os.figures.summary.handler(({ context, input }) => summaryOf(context, input)),
    table: os.figures.table.handler(({ context, input }) => tableOfPeriod(context, input)),
    times: os.figures.times.handler(({ context, input }) => timesOfPeriod(context, input)),
    series: os.figures.series.handler(({ context, input }) => seriesOf(context, input)),
    ages: os.figures.ages.handler(({ context, input }) => agesOfPending(context, input)),
    load: os.figures.load.handler(({ context, input }) => loadOfPending(context, input)),
    checks: os.figures.checks.handler(({ context, input }) => checksOfPeriod(context, input)),
    exportChecks: os.figures.exportChecks.handler(({ context, input }) =>
      exportChecksOfPeriod(context, input),
    ),
    cancelExport: os.figures.cancelExport.handler(({ context }) => cancelExport(context)),
    exportSummary: os.figures.exportSummary.handler(({ context, input }) => exportSummary(context, input)),
  },
  closing: {
    list: os.closing.list.handler(({ context }) => listClosed(context)),
    preview: os.closing.preview.handler(({ context, input }) => previewClosing(context, input)),
    close: os.closing.close.handler(({ context, input }) => closePeriod(context, input)),
    reopen: os.closing.reopen.handler(({ context, input }) => reopenPeriod(context, input)),
    verify: os.closing.verify.handler(({ context, input }) => verifyClosing(context, input)),
    file: os.closing.file.handler(({ context, input }) => closingFile(context, input)),
    tables: os.closing.tables.handler(({ context, input }) => tablesOfClosing(context, input)),
    knowledge: os.closing.knowledge.handler(({ context, input }) => knowledgeUpTo(context, input)),
    differences: os.closing.differences.handler(({ context, input }) => differencesOf(context, input)),
    since: os.closing.since.handler(({ context, input }) => differencesSinceMoment(context, input)),
    exportDifferences: os.closing.exportDifferences.handler(({ context, input }) =>
      exportDifferencesOf(context, input),
    ),
    exportSince: os.closing.exportSince.handler(({ context, input }) =>
      exportDifferencesSince(context, input),
    ),
    conflicts: os.closing.conflicts.handler(({ context, input }) => conflictsOf(context, input)),
  },
  procedures: {
    list: os.procedures.list.handler(({ context }) => listVersions(context)),
    add: os.procedures.add.handler(({ context, input }) => addVersion(context, input)),
    setStatus: os.procedures.setStatus.handler(({ context, input }) => setVersionStatus(context, input)),
    export: os.procedures.export.handler(({ context, input }) => exportCatalogue(context, input)),
    readFile: os.procedures.readFile.handler(({ context, input }) => readCatalogueFile(context, input)),
    addAll: os.procedures.addAll.handler(({ context, input }) => addAllVersions(context, input)),
    changes: os.procedures.changes.handler(({ context }) => catalogueChanges(context)),
  },
  audit: {
    list: os.audit.list.handler(({ context, input }) => listAudit(context, input)),
    export: os.audit.export.handler(({ context, input }) => exportAuditFile(context, input)),
    verify: os.audit.verify.handler(({ context }) => verifyOffice(context)),
    cancelVerify: os.audit.cancelVerify.handler(({ context }) => cancelVerify(context)),
    rebuildRows: os.audit.rebuildRows.handler(({ context }) => rebuildRows(context)),
    retention: os.audit.retention.handler(({ context }) => retentionOf(context)),
    setRetention: os.audit.setRetention.handler(({ context, input }) => setRetention(context, input)),
    notePrint: os.audit.notePrint.handler(({ context, input }) => notePrint(context, input)),
  },
  rescue: {
    state: os.rescue.state.handler(() => null),
    retry: os.rescue.retry.handler(() => null),
    restore: os.rescue.restore.handler(notInRescue),
    mend: os.rescue.mend.handler(notInRescue),
    openAsIs: os.rescue.openAsIs.handler(notInRescue),
    begin: os.rescue.begin.handler(notInRescue),
  },
})
