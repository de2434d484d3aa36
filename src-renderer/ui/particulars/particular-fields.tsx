import { Box } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { CHANNELS, type OnlineLevel, RETURN_WAYS } from '../../../src-main/domain/dossier.ts'
import { type CivilDate, civilDate } from '../../../src-main/domain/civil-date.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { FormSelect } from '../form-select.tsx'
import { FormText } from '../form-text.tsx'
import { FormTypeAhead } from '../form-type-ahead.tsx'
import { DocumentsField } from './documents-field.tsx'
import type { ParticularsForm } from './typed.ts'

/** Numbered levels were given up for *một phần / toàn trình* by Nghị định 42/2022, in force on that day. */
const NAMED_LEVELS_FROM = civilDate('2022-08-15')
const NAMED_LEVELS: readonly OnlineLevel[] = ['full', 'partial']
const NUMBERED_LEVELS: readonly OnlineLevel[] = ['2', '3', '4']

/**
 * All particulars of a dossier in the order the counter asks for them. Stands inside a form provider.
 * @param on the day of acceptance, which decides the levels of an online dossier.
 * @param before what stands between e-mail and note.
 * @param person the fields of name, number and phone, where they are more than texts.
 * @param documentNames names of documents for typing ahead.
 */
export function ParticularFields({
  on,
  before,
  person,
  documentNames,
}: {
  on: CivilDate
  before?: ReactNode
  person?: Record<'applicantName' | 'idNumber' | 'phone', ReactNode>
  documentNames?: readonly string[]
}) {
  const { control } = useFormContext<ParticularsForm>()
  const t = useT('common')
  const orpc = useOrpc()
  const communes = useQuery(orpc.reception.communes.queryOptions()).data ?? []
  return (
    <Box sx={GRID}>
      <Cell span={5}>{person?.applicantName ?? <ParticularText name="applicantName" required />}</Cell>
      <Cell span={4}>{person?.idNumber ?? <ParticularText name="idNumber" digits />}</Cell>
      <Cell span={3}>{person?.phone ?? <ParticularText name="phone" digits />}</Cell>
      <Cell span={8}>
        <ParticularText name="address" />
      </Cell>
      <Cell span={4}>
        <FormTypeAhead
          control={control}
          name="particulars.commune"
          label={t('particular.commune')}
          suggestions={communes}
        />
      </Cell>
      <Cell span={2}>
        <ParticularText name="mapSheet" />
      </Cell>
      <Cell span={2}>
        <ParticularText name="plot" />
      </Cell>
      <Cell span={4}>
        <ParticularText name="certificateNumber" />
      </Cell>
      <WaysOfGivingAndTaking on={on} />
      <Cell span={4}>
        <ParticularText name="sets" digits />
      </Cell>
      <Cell span={12}>
        <DocumentsField {...(documentNames === undefined ? {} : { suggestions: documentNames })} />
      </Cell>
      <Cell span={7}>
        <ParticularText name="content" />
      </Cell>
      <Cell span={5}>
        <ParticularText name="representative" />
      </Cell>
      <Cell span={4}>
        <ParticularText name="email" />
      </Cell>
      {before !== undefined && <Cell span={4}>{before}</Cell>}
      <Cell span={before === undefined ? 8 : 4}>
        <ParticularText name="note" />
      </Cell>
    </Box>
  )
}

function WaysOfGivingAndTaking({ on }: { on: CivilDate }) {
  const { control } = useFormContext<ParticularsForm>()
  const t = useT('common')
  const [channel, level] = useWatch({ control, name: ['particulars.channel', 'particulars.onlineLevel'] })
  const usual = on < NAMED_LEVELS_FROM ? NUMBERED_LEVELS : NAMED_LEVELS
  const levels = level === null || usual.includes(level) ? usual : [...usual, level]
  const online = channel === 'online'
  return (
    <>
      <Cell span={4}>
        <FormSelect
          control={control}
          name="particulars.channel"
          label={t('particular.channel')}
          options={CHANNELS.map((value) => ({ value, words: t(`channel.${value}`) }))}
        />
      </Cell>
      {online && (
        <Cell span={4}>
          <FormSelect
            control={control}
            name="particulars.onlineLevel"
            label={t('particular.onlineLevel')}
            required
            emptyWords="–"
            options={levels.map((value) => ({ value, words: t(`onlineLevel.${value}`) }))}
          />
        </Cell>
      )}
      <Cell span={online ? 4 : 8}>
        <FormSelect
          control={control}
          name="particulars.returnWay"
          label={t('particular.returnWay')}
          options={RETURN_WAYS.map((value) => ({ value, words: t(`returnWay.${value}`) }))}
        />
      </Cell>
    </>
  )
}

type TextParticular =
  | 'applicantName'
  | 'idNumber'
  | 'phone'
  | 'email'
  | 'address'
  | 'representative'
  | 'mapSheet'
  | 'plot'
  | 'certificateNumber'
  | 'content'
  | 'sets'
  | 'note'

function ParticularText({
  name,
  required = false,
  digits = false,
}: {
  name: TextParticular
  required?: boolean
  digits?: boolean
}) {
  const { control } = useFormContext<ParticularsForm>()
  const t = useT('common')
  return (
    <FormText
      control={control}
      name={`particulars.${name}`}
      label={t(`particular.${name}`)}
      required={required}
      slotProps={{
        htmlInput: {
          autoComplete: 'off',
          spellCheck: false,
          ...(digits ? { inputMode: 'numeric' } : {}),
        },
      }}
    />
  )
}

const GRID = {
  display: 'grid',
  gridTemplateColumns: 'repeat(12, minmax(0, 1fr))',
  columnGap: 1.25,
  rowGap: 1.25,
  alignItems: 'start',
}

function Cell({ span, children }: { span: number; children: ReactNode }) {
  return <Box sx={{ gridColumn: `span ${span}`, minWidth: 0 }}>{children}</Box>
}
