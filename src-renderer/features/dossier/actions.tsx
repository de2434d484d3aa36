import { Box, Button } from '@mui/material'
import { type DossierPage, MANUAL_STEPS, type ManualStep } from '../../../src-main/contract/dossiers.ts'
import type { DossierPath } from '../../../src-main/contract/steps.ts'
import { useT } from '../../app/i18n.ts'
import { useRights } from '../../app/rights.ts'
import { useShortcut } from '../../ui/use-shortcut.ts'

/** What a dialog is open for. */
export type Doing =
  ManualStep | 'passOn' | 'sendBack' | 'pause' | 'resume' | 'tax-notice' | 'note' | 'correct' | 'receipt'

/** Alt and this letter begins a step. Plain keys would be pressed by a bar-code scanner. */
const KEYS: Record<Exclude<Doing, 'receipt'>, string> = {
  taken: 'N',
  'result-ready': 'K',
  returned: 'T',
  refused: 'C',
  withdrawn: 'R',
  stopped: 'X',
  pause: 'P',
  resume: 'U',
  'tax-notice': 'Q',
  note: 'O',
  correct: 'S',
  passOn: 'Y',
  sendBack: 'L',
}

/** What can be done with the dossier now. */
export function Actions({
  page,
  path,
  onDo,
  active,
}: {
  page: DossierPage
  /** Its path; `undefined` while it is asked for. */
  path: DossierPath | undefined
  onDo: (what: Doing) => void
  /** False while a dialog is open: its keys are its own. */
  active: boolean
}) {
  const t = useT('dossier')
  const common = useT('common')
  const along = useT('steps')
  const may = useRights()
  const steps = MANUAL_STEPS.filter((step) => page.allowedSteps.includes(step))
  const [first] = steps.filter((step) => step !== 'taken' || page.row.state === 'accepted')
  const pauses = (['pause', 'resume'] as const).filter((what) =>
    what === 'pause' ? page.canPause : page.canResume,
  )
  if (!may('process')) return null
  return (
    <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 2 }}>
      {steps.map((step) => (
        <Action
          key={step}
          words={
            step === 'taken' && page.row.holderId !== null ? t('action.handOver') : common(`step.${step}`)
          }
          letter={KEYS[step]}
          main={step === first && !page.canResume}
          active={active}
          onPress={() => onDo(step)}
        />
      ))}
      {path?.canPassOn === true && (
        <Action
          words={along('action.passOn')}
          letter={KEYS.passOn}
          active={active}
          onPress={() => onDo('passOn')}
        />
      )}
      {path?.canSendBack === true && (
        <Action
          words={along('action.sendBack')}
          letter={KEYS.sendBack}
          active={active}
          onPress={() => onDo('sendBack')}
        />
      )}
      {pauses.map((what) => (
        <Action
          key={what}
          words={t(`action.${what}`)}
          letter={KEYS[what]}
          main={what === 'resume'}
          active={active}
          onPress={() => onDo(what)}
        />
      ))}
      {page.canNoteTax && (
        <Action
          words={t('action.taxNotice')}
          letter={KEYS['tax-notice']}
          active={active}
          onPress={() => onDo('tax-notice')}
        />
      )}
      <Action words={t('action.note')} letter={KEYS.note} active={active} onPress={() => onDo('note')} />
      <Action
        words={t('action.correct')}
        letter={KEYS.correct}
        active={active}
        onPress={() => onDo('correct')}
      />
    </Box>
  )
}

function Action({
  words,
  letter,
  main = false,
  active,
  onPress,
}: {
  words: string
  letter: string
  main?: boolean
  active: boolean
  onPress: () => void
}) {
  useShortcut(`alt+${letter}`, () => {
    if (active) onPress()
  })
  return (
    <Button
      variant={main ? 'contained' : 'outlined'}
      onClick={onPress}
      aria-keyshortcuts={`Alt+${letter}`}
      endIcon={
        <Box component="kbd" aria-hidden sx={{ font: 'inherit', fontSize: '11px !important', opacity: 0.8 }}>
          Alt+{letter}
        </Box>
      }
    >
      {words}
    </Button>
  )
}
