/**
 * Words for alerts, and where each leads to.
 */
import { assertNever } from '../../../src-main/domain/assert-never.ts'
import type { Alert } from '../../../src-main/contract/alerts.ts'
import { useT } from '../../app/i18n.ts'
import { formatDate, formatMoment, formatNumber, formatWeekday } from '../../ui/format.ts'

/** An alert as it is told. */
export interface AlertWords {
  title: string
  body: string
}

/** The screen an alert leads to. */
export function placeOf(alert: Alert): string {
  switch (alert.kind) {
    case 'morning':
      return alert.whole ? '/overdue' : '/dossiers?queue=mine'
    case 'arrival':
      return '/arrivals'
    case 'handover':
      return '/handovers'
    case 'due-today':
    case 'due-tomorrow':
    case 'apology':
    case 'reminder':
      return `/dossiers/${alert.dossierId}`
    default:
      return assertNever(alert)
  }
}

/** The words of an alert in the language of the window. */
export function useAlertWords(): (alert: Alert) => AlertWords {
  const t = useT('alerts')
  return (alert) => {
    switch (alert.kind) {
      case 'morning': {
        const date = formatDate(alert.on)
        const sums = (['late', 'dueToday', 'dueTomorrow', 'behind'] as const).filter((sum) => alert[sum] > 0)
        return {
          title: t(alert.whole ? 'morning.title' : 'morning.mine', { date }),
          body: sums.map((sum) => t(`morning.${sum}`, { n: formatNumber(alert[sum]) })).join(' · '),
        }
      }
      case 'arrival': {
        const { applicantName: name, reference, answerBy, overdue } = alert
        return {
          title: t(overdue ? 'arrival.overdue' : 'arrival.title', { time: formatMoment(answerBy) }),
          body: reference === '' ? name : t('arrival.body', { name, reference }),
        }
      }
      case 'due-today':
        return { title: t('due-today.title'), body: dossier(alert) }
      case 'due-tomorrow': {
        const { dueOn } = alert
        const title = t('due-tomorrow.title', { weekday: formatWeekday(dueOn), date: formatDate(dueOn) })
        return { title, body: dossier(alert) }
      }
      case 'handover': {
        const { number, year, fromName: from, dossiers: count, givenOn } = alert
        return {
          title: t('handover.title', { number: `${number}/${year}` }),
          body: t('handover.body', { from, count, date: formatDate(givenOn) }),
        }
      }
      case 'apology':
        return { title: t('apology.title', { date: formatDate(alert.newDueOn) }), body: dossier(alert) }
      case 'reminder': {
        const { fromName: from, code, applicantName: name, note } = alert
        return {
          title: t('reminder.title', { from }),
          body: note === '' ? dossier(alert) : t('reminder.body', { code, name, note }),
        }
      }
      default:
        return assertNever(alert)
    }
  }

  function dossier({ code, applicantName: name }: { code: string; applicantName: string }): string {
    return t('dossier', { code, name })
  }
}
