import { createPortal } from 'react-dom'
import type { MovedDossier } from '../../../src-main/contract/calendar.ts'
import { useT } from '../../app/i18n.ts'
import { useStatus } from '../../app/office.tsx'
import { formatDate } from '../../ui/format.ts'
import { useDayWords } from './day-words.ts'
import { noticeRules, type Paper } from './notices-look.ts'

export type { Paper } from './notices-look.ts'

/** *Thông báo thay đổi ngày hẹn trả kết quả*, one page a dossier. */
export function Notices({
  dossiers,
  paper,
  reason,
}: {
  dossiers: readonly MovedDossier[]
  paper: Paper
  reason: string
}) {
  return createPortal(
    <div className="notice-sheets">
      <style>{noticeRules(paper)}</style>
      {dossiers.map((dossier) => (
        <Notice key={dossier.id} dossier={dossier} reason={reason} />
      ))}
    </div>,
    document.body,
  )
}

function Notice({ dossier, reason }: { dossier: MovedDossier; reason: string }) {
  const t = useT('calendar')
  const words = useDayWords()
  const { office } = useStatus()
  const { code, procedureName, acceptedOn, dueBefore, dueAfter } = dossier
  const lines = [
    ['code', code],
    ['procedure', procedureName],
    ['acceptedOn', formatDate(acceptedOn)],
    ['dueBefore', words.full(dueBefore)],
    ['dueAfter', words.full(dueAfter)],
    ['why', reason],
  ] as const
  return (
    <article>
      <Head />
      <h1>{t('notices.heading')}</h1>
      <p className="about">{t('notices.about')}</p>
      <p>
        <b>{t('notices.to', { name: dossier.applicantName })}</b>
      </p>
      {dossier.address !== '' && <p>{t('notices.address', { address: dossier.address })}</p>}
      {dossier.phone !== '' && <p>{t('notices.phone', { phone: dossier.phone })}</p>}
      <p className="body">{t('notices.body', { office: office?.name ?? '' })}</p>
      <table>
        <tbody>
          {lines.map(([name, value]) => (
            <tr key={name} className={name}>
              <th scope="row">{t(`notices.${name}`)}:</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="body">{t('notices.end')}</p>
      <footer>
        <div className="copies">
          <b>{t('notices.copies')}</b>
          <div>{t('notices.copiesTo')}</div>
        </div>
        <div className="signature">
          <b>{t('notices.head')}</b>
          <i>{t('notices.sign')}</i>
        </div>
      </footer>
    </article>
  )
}

function Head() {
  const t = useT('calendar')
  const { office, today } = useStatus()
  const [year = '', month = '', day = ''] = today.split('-')
  const place = office?.place ?? ''
  return (
    <header>
      <div>
        <div className="upper">{office?.parentAgency}</div>
        <b className="upper">{office?.name}</b>
        <div className="rule" />
        <div className="number">{t('notices.number')}</div>
      </div>
      <div>
        <b>{t('notices.country')}</b>
        <div>
          <b>{t('notices.motto')}</b>
        </div>
        <div className="rule long" />
        <div className="place">
          {place !== '' && `${place}, `}
          {t('notices.date', { day, month, year })}
        </div>
      </div>
    </header>
  )
}
