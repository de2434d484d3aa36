import { realpathSync } from 'node:fs'
import { join, sep } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { cacheControl } from '../host-common/page-security.ts'

/**
 * Serves the built page. It holds nothing of the office, so it needs no cookie: a window without one loads it and
 * is told in its own words what to do. The addresses of screens are behind `#`, so there is one page only.
 */
export async function servePage(app: FastifyInstance, rendererDir: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: rendererDir,
    cacheControl: false,
    etag: false,
    lastModified: false,
    dotfiles: 'ignore',
    allowedPath: (path) => isInside(rendererDir, path),
    setHeaders: (reply, path) => void reply.header('cache-control', cacheControl(path)),
  })
  app.setNotFoundHandler((_request, reply) => {
    const error = { code: 'not-found', params: {}, fields: [] }
    return reply.code(404).send({ ok: false, error })
  })
}

/** Whether what lies at a path of the page is really in its folder, and no link out of it. */
function isInside(rendererDir: string, path: string): boolean {
  try {
    const root = realpathSync(rendererDir)
    return `${realpathSync(join(root, path))}${sep}`.startsWith(root + sep)
  } catch {
    // Nothing there; said in the usual way.
    return true
  }
}
