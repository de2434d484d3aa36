/**
 * The head of a table with words over several columns, as merged cells.
 */

/** A column's head: words over it from the outermost in, and its own. */
export interface HeadColumn {
  over: readonly string[]
  title: string
}

/** A merged cell of the head; rows and columns from 0. */
export interface HeadCell {
  row: number
  column: number
  across: number
  down: number
  words: string
}

/** The cells of a head: neighbours under the same words share a cell, a title reaches down to the last row. */
export function headGrid(columns: readonly HeadColumn[]): { cells: HeadCell[]; depth: number } {
  const depth = 1 + Math.max(0, ...columns.map(({ over }) => over.length))
  const cells: HeadCell[] = []
  columns.forEach(({ over, title }, column) => {
    over.forEach((words, row) => {
      const path = over.slice(0, row + 1).join('\n')
      const before = columns[column - 1]?.over.slice(0, row + 1).join('\n')
      const open = cells.findLast((cell) => cell.row === row && cell.words === words)
      if (open && before === path) open.across++
      else cells.push({ row, column, across: 1, down: 1, words })
    })
    cells.push({ row: over.length, column, across: 1, down: depth - over.length, words: title })
  })
  return { cells, depth }
}
