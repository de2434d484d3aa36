/**
 * The words registers use for channels and states. Folded; see DOSSIER_STATES for the Vietnamese names.
 */
import type { Channel, DossierState, OnlineLevel } from '../../domain/dossier.ts'
import { foldText } from '../../domain/names.ts'

const DIRECT = /\b(truc tiep|tai quay|mot cua|direct|counter|in person)\b/
const POSTAL = /\b(buu chinh|buu dien|bcci|postal|post|mail)\b/
const ONLINE = /\b(truc tuyen|toan trinh|mot phan|qua mang|cong dich vu cong|cong dvc|dvctt|online)\b/
const LEVEL = /\b(?:muc(?: do)?|level) ([234])\b/

/** How the dossier came in, or `null` for a word that is not known. */
export function readChannel(text: string): { channel: Channel; onlineLevel: OnlineLevel | null } | null {
  const folded = foldText(text)
  const level = levelOf(folded)
  if (level !== null || ONLINE.test(folded)) return { channel: 'online', onlineLevel: level }
  if (POSTAL.test(folded)) return { channel: 'postal', onlineLevel: null }
  return DIRECT.test(folded) ? { channel: 'direct', onlineLevel: null } : null
}

function levelOf(folded: string): OnlineLevel | null {
  const digit = LEVEL.exec(folded)?.[1]
  if (digit === '2' || digit === '3' || digit === '4') return digit
  if (folded.includes('toan trinh')) return 'full'
  return folded.includes('mot phan') ? 'partial' : null
}

/** The states' names and their other forms; a cell must be one of them. */
const STATE_WORDS: readonly (readonly [DossierState, readonly string[]])[] = [
  [
    'returned',
    ['da tra ket qua', 'da tra kq', 'da tra', 'da tra cong dan', 'tra ket qua', 'returned', 'collected'],
  ],
  [
    'result-ready',
    [
      'da co ket qua',
      'co ket qua',
      'cho tra ket qua',
      'cho tra',
      'da xu ly xong',
      'da giai quyet xong',
      'da giai quyet',
      'da hoan thanh',
      'hoan thanh',
      'result ready',
    ],
  ],
  [
    'awaiting-supplement',
    ['cho bo sung', 'yeu cau bo sung', 'dang bo sung', 'bo sung ho so', 'awaiting supplement'],
  ],
  [
    'awaiting-payment',
    [
      'cho thuc hien nghia vu tai chinh',
      'thuc hien nghia vu tai chinh',
      'cho nghia vu tai chinh',
      'cho nvtc',
      'cho thue',
      'cho nop thue',
      'awaiting payment',
    ],
  ],
  [
    'awaiting-agency',
    [
      'cho co quan phoi hop',
      'cho phoi hop',
      'cho lien thong',
      'cho niem yet',
      'dang niem yet',
      'niem yet',
      'awaiting agency',
    ],
  ],
  ['withdrawn', ['cong dan rut', 'rut ho so', 'da rut', 'cong dan xin rut', 'xin rut', 'withdrawn']],
  ['refused', ['tu choi', 'da tu choi', 'khong giai quyet', 'tra lai ho so', 'refused', 'rejected']],
  ['stopped', ['dung giai quyet', 'dung xu ly', 'da dung', 'stopped']],
  [
    'in-process',
    [
      'dang giai quyet',
      'dang xu ly',
      'dang thu ly',
      'chua giai quyet',
      'dang thuc hien',
      'in process',
      'processing',
    ],
  ],
  ['accepted', ['da tiep nhan', 'moi tiep nhan', 'tiep nhan', 'accepted', 'received']],
]

/** The state a word names, or `null` for a word that is not known. */
export function readState(text: string): DossierState | null {
  // "Đang giải quyết (quá hạn)" says more than the state and still says it; a longer phrase may say another.
  const [first = ''] = text.split(/\s[-–—]\s|[(,;:/]/)
  const find = (word: string): DossierState | undefined =>
    STATE_WORDS.find(([, phrases]) => phrases.includes(word))?.[0]
  return find(foldText(text)) ?? find(foldText(first)) ?? null
}
