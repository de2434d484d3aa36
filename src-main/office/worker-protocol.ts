/**
 * What main thread and worker say to each other, and the tasks the worker knows.
 */
import type { OfficeErrorData } from '../contract/errors.ts'
import type { ReadDb } from '../store/database.ts'
import type { tasks } from './worker-tasks.ts'

/** What a worker is started with: the database it reads, and how much of it it may keep in memory (the usual where unsaid). */
export interface WorkerData {
  file: string
  cacheKib?: number | undefined
}

/** What a task may use besides its input. */
export interface TaskContext {
  db: ReadDb
  /** Tells how far it is. Cheap to call often. */
  progress: (done: number, total: number) => void
  /** Lets messages in and throws when the task was cancelled. To be awaited now and then in long loops. */
  breathe: () => Promise<void>
}

/** A task: its input and output are plain data (structured clone). */
export type Task<Input, Output> = (context: TaskContext, input: Input) => Output | Promise<Output>

type Tasks = typeof tasks
export type TaskName = keyof Tasks
export type TaskInput<Name extends TaskName> = Parameters<Tasks[Name]>[1]
export type TaskOutput<Name extends TaskName> = Awaited<ReturnType<Tasks[Name]>>

/** From the main thread. */
export type HostMessage =
  | { type: 'run'; id: number; name: TaskName; input: unknown }
  | { type: 'cancel'; id: number }
  | { type: 'close' }

/** From the worker. */
export type WorkerMessage =
  | { type: 'progress'; id: number; done: number; total: number }
  | { type: 'done'; id: number; value: unknown }
  | { type: 'failed'; id: number; error: TaskFailure }

/** An expected refusal, or a bug with its stack and, where the error had one, its code: the disk's troubles have. */
export type TaskFailure = { expected: OfficeErrorData } | { bug: string; code: string | null }
