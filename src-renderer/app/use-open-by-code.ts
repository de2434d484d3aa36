import { useCallback } from 'react'
import { useNavigate } from 'react-router'
import { useErrorWords } from '../ui/errors.ts'
import { useToast } from '../ui/toast.tsx'
import { useT } from './i18n.ts'
import { useOffice } from './office.tsx'

/** Opens the dossier with exactly that code, or the application with that number; says so when there is none. */
export function useOpenByCode(): (code: string) => Promise<void> {
  const office = useOffice()
  const navigate = useNavigate()
  const toast = useToast()
  const words = useErrorWords()
  const t = useT('common')
  return useCallback(
    async (code) => {
      try {
        const id = await office.dossiers.findByCode({ code })
        if (id !== null) return void (await navigate(`/dossiers/${id}`))
        const arrival = await office.arrivals.findByReference({ reference: code })
        if (arrival !== null) await navigate(`/arrivals/${arrival}`)
        else toast(t('search.notFound', { code }), { severity: 'warning' })
      } catch (error) {
        toast(words(error), { severity: 'error' })
      }
    },
    [office, navigate, toast, words, t],
  )
}
