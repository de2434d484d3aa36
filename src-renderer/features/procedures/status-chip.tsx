import CheckedIcon from '@mui/icons-material/CheckOutlined'
import CodeIcon from '@mui/icons-material/HelpOutlineOutlined'
import VerifyIcon from '@mui/icons-material/WarningAmberOutlined'
import { Box } from '@mui/material'
import type { CatalogueVersion } from '../../../src-main/contract/procedures.ts'
import { useT } from '../../app/i18n.ts'

const LOOKS = {
  sourced: { tone: null, Icon: CheckedIcon },
  'code-to-check': { tone: 'onTime', Icon: CodeIcon },
  'to-verify': { tone: 'soon', Icon: VerifyIcon },
} as const

/** How well a version's source is checked: icon and words, with a ground of its own while it is not. */
export function StatusChip({ status }: Pick<CatalogueVersion, 'status'>) {
  const t = useT('procedures')
  const { tone, Icon } = LOOKS[status]
  return (
    <Box
      component="span"
      title={t(`statusLong.${status}`)}
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: '5px',
        height: 22,
        px: tone === null ? 0 : '7px',
        borderRadius: '5px',
        fontSize: 12.5,
        fontWeight: 500,
        whiteSpace: 'nowrap',
        color: tone === null ? 'text.secondary' : `standing.${tone}.fg`,
        bgcolor: tone === null ? 'transparent' : `standing.${tone}.bg`,
      }}
    >
      <Icon aria-hidden sx={{ fontSize: 15 }} />
      {t(`status.${status}`)}
    </Box>
  )
}
