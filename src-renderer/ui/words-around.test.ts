import { Children, createElement, isValidElement } from 'react'
import { describe, expect, it } from 'vitest'
import { wordsAround } from './words-around.ts'

describe('words around elements', () => {
  it('has each element where the words have its value, in the order of the language', () => {
    const nodes = { part: createElement('a', null, '3'), whole: '4' }
    const said = wordsAround(({ part, whole }) => `of ${whole} dossiers ${part}`, nodes)
    if (!isValidElement<{ children: unknown[] }>(said)) throw new Error('not an element')
    expect(Children.count(said.props.children)).toBe(5)
    expect(said.props.children).toEqual(['of ', '4', ' dossiers ', nodes.part, ''])
  })
})
