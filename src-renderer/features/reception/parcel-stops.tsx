import { useEffect, useEffectEvent, useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { StopsAcknowledge } from '../stops/stops-warning.tsx'
import { useParcelStops, useStopsSeen } from '../stops/use-stops.ts'
import type { ReceptionForm } from './reception-form.ts'

/** Typing has paused for this long. */
const PAUSE_MS = 350

/** Warns of the orders on the parcel as soon as commune, sheet and plot are typed; that they were seen is part of the form. */
export function ParcelStops() {
  const { setValue } = useFormContext<ReceptionForm>()
  const stops = useStopsSeen(useParcelStops(useParcel()))
  const { acknowledged } = stops
  const said = acknowledged.join('\n')
  const say = useEffectEvent(() => setValue('stopsAcknowledged', acknowledged))
  useEffect(() => say(), [said])
  return <StopsAcknowledge {...stops} />
}

/** The parcel as it is typed, once typing has paused. */
function useParcel() {
  const { control } = useFormContext<ReceptionForm>()
  const [commune, mapSheet, plot] = useWatch({
    control,
    name: ['particulars.commune', 'particulars.mapSheet', 'particulars.plot'],
  })
  const now = JSON.stringify([commune.slice(0, 100), mapSheet.slice(0, 40), plot.slice(0, 40)])
  const [settled, setSettled] = useState(now)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(now), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [now])
  const [place = '', sheet = '', number = ''] = JSON.parse(settled) as string[]
  return { commune: place, mapSheet: sheet, plot: number }
}
