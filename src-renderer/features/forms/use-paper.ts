import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { OfficeFile } from '../../../src-main/contract/common.ts'
import type { DossierForm } from '../../../src-main/domain/dossier.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { usePrinter } from '../../app/printer.ts'
import { useErrorWords } from '../../ui/errors.ts'
import { useToast } from '../../ui/toast.tsx'
import type { PaperShown } from './pdf-dialog.tsx'

/** The way from asking for a paper to the dialog that shows it. */
export interface Paper<Target> {
  /** Has the paper made: to be looked at, or straight to the printer where the user wants that. */
  show: (target: Target) => void
  /** The paper to be looked at; `null` while there is none. */
  shown: PaperShown | null
  close: () => void
}

/** A form of one dossier. */
export interface FormTarget {
  id: number
  form: DossierForm
  of: number | null
}

interface Making<Target> {
  mutateAsync: (target: Target) => Promise<OfficeFile>
  reset: () => void
}

/** A paper the office makes. What goes wrong is said where the paper would be, or in passing. */
export function usePaper<Target>({ mutateAsync, reset }: Making<Target>): Paper<Target> {
  const t = useT('common')
  const toast = useToast()
  const words = useErrorWords()
  const { directly, print } = usePrinter()
  const [shown, setShown] = useState<PaperShown | null>(null)
  const send = async (target: Target) => {
    try {
      const file = await mutateAsync(target)
      toast(t((await print(file)) === 'saved' ? 'paper.noViewer' : 'paper.sent', { name: file.name }))
    } catch (error) {
      toast(words(error), { severity: 'error' })
    }
  }
  const make = async (target: Target) => {
    setShown({ file: null, error: null })
    try {
      const file = await mutateAsync(target)
      setShown((now) => (now === null ? null : { file, error: null }))
    } catch (error) {
      setShown((now) => (now === null ? null : { file: null, error: asError(error) }))
    }
  }
  return {
    show: (target) => void (directly ? send(target) : make(target)),
    shown,
    close: () => {
      setShown(null)
      reset()
    },
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('failed', { cause: error })
}

/** A form of one dossier as a paper. */
export function useFormPaper(): Paper<FormTarget> {
  return usePaper(useMutation(useOrpc().forms.print.mutationOptions()))
}
