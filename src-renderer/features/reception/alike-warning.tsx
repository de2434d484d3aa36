import { Box, Link as PlainLink } from '@mui/material'
import WarningIcon from '@mui/icons-material/WarningAmberOutlined'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { Link } from 'react-router'
import { cleanText } from '../../../src-main/domain/names.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { formatDate } from '../../ui/format.ts'
import { typedParticularShape } from '../../ui/particulars/typed.ts'
import type { ReceptionForm } from './reception-form.ts'

/** Typing has paused for this long. */
const PAUSE_MS = 350
/** More than these are counted, not listed. */
const MOST = 4

/** Says when the same person, or somebody for the same parcel, has a dossier pending already. */
export function AlikeWarning() {
  const t = useT('reception')
  const common = useT('common')
  const asked = useAsked()
  const orpc = useOrpc()
  const enabled = asked.idNumber !== '' || (asked.mapSheet !== '' && asked.plot !== '')
  const found = useQuery(orpc.reception.findAlike.queryOptions({ input: asked, enabled })).data
  const alike = enabled ? (found ?? []) : []
  return (
    <Box role="status">
      {alike.length > 0 && (
        <Box sx={WARNING}>
          <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', fontWeight: 600 }}>
            <WarningIcon sx={{ fontSize: 18 }} aria-hidden />
            {t('alike.title', { count: alike.length })}
          </Box>
          <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
            {alike.slice(0, MOST).map((one) => (
              <Box component="li" key={one.id} sx={{ mt: 0.5, lineHeight: 1.35 }}>
                <PlainLink component={Link} to={`/dossiers/${one.id}`} sx={LINK}>
                  {one.code}
                </PlainLink>
                <Box sx={{ color: 'text.primary' }}>
                  {common(`same.${one.same}`)}: {one.applicantName}, {formatDate(one.acceptedOn)}
                </Box>
              </Box>
            ))}
          </Box>
          {alike.length > MOST && (
            <Box sx={{ mt: 0.5 }}>{t('alike.more', { count: alike.length - MOST })}</Box>
          )}
        </Box>
      )}
    </Box>
  )
}

/** What is looked for, once typing has paused and the number is a whole one. */
function useAsked() {
  const { control } = useFormContext<ReceptionForm>()
  const [idNumber, commune, mapSheet, plot] = useWatch({
    control,
    name: ['particulars.idNumber', 'particulars.commune', 'particulars.mapSheet', 'particulars.plot'],
  })
  const whole = typedParticularShape.shape.idNumber.safeParse(idNumber).data ?? ''
  const now = JSON.stringify([whole, ...[commune, mapSheet, plot].map(cleanText)])
  const [settled, setSettled] = useState(now)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(now), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [now])
  const [person = '', place = '', sheet = '', number = ''] = JSON.parse(settled) as string[]
  return {
    idNumber: person,
    commune: place.slice(0, 100),
    mapSheet: sheet.slice(0, 20),
    plot: number.slice(0, 20),
  }
}

const WARNING = {
  p: 1.25,
  borderRadius: 1,
  fontSize: 12.5,
  color: 'standing.soon.fg',
  bgcolor: 'standing.soon.bg',
}
const LINK = { fontWeight: 600, color: 'inherit', textDecoration: 'underline' }
