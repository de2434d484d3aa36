import { useCallback } from 'react'
import { useNavigate } from 'react-router'
import { useErrorWords } from '../ui/errors.ts'
import { useToast } from '../ui/toast.tsx'
import { useT } from './i18n.ts'
import { useOffice } from './office.tsx'

/** Opens the dossier with exactly that code; says so when there is none. */
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
        if (id === null) toast(t('search.notFound', { code }), { severity: 'warning' })
        else await navigate(`/dossiers/${id}`)
      } catch (error) {
        toast(words(error), { severity: 'error' })
      }
    },
    [office, navigate, toast, words, t],
  )
}
