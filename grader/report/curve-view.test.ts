import { describe, expect, test } from 'vitest'
import type { Curve } from '../model/outcome.ts'
import type { Cause, CheckResult } from '../model/scorecard.ts'
import { catalogue } from './catalogue.ts'
import { viewCurve } from './curve-view.ts'
import { card, exampleLab, failed, passed, result } from './example-cards.ts'
import { renderHtml, renderMarkdown, renderTerminal, view } from './index.ts'
import { plainText } from './sentence.ts'

const curve: Curve = {
  metric: 'accuracy',
  points: [
    { epoch: 1, loss: 2.3, metric: 0.12 },
    { epoch: 2, loss: 'NaN', metric: 0.5 },
    { epoch: 3, loss: 0.3, metric: 0.93 },
  ],
}

describe('a training curve', () => {
  test('is a row of bars and two lines, with gaps for what is no number', () => {
    const shown = viewCurve(curve, catalogue('en'), true)
    expect(shown?.bars).toBe('█·▁')
    expect(plainText(shown?.curveText ?? [])).toBe(
      'loss from 2.3 to 0.3, accuracy from 0.12 to 0.93 in 3 epochs',
    )
    expect(shown?.lossLine).toBe('0.0,0.0 240.0,56.0')
    expect(shown?.metricLine.split(' ')).toHaveLength(3)
  })

  test('needs two epochs', () => {
    const points = curve.points.slice(0, 1)
    expect(viewCurve({ ...curve, points }, catalogue('en'), true)).toBeNull()
    expect(viewCurve(null, catalogue('en'), true)).toBeNull()
  })

  test('a constant loss lies in the middle', () => {
    const points = [1, 2].map((epoch) => ({ epoch, loss: 0.5, metric: null }))
    const shown = viewCurve({ metric: null, points }, catalogue('es'), true)
    expect(shown).toMatchObject({ metricLine: '', lossLine: '0.0,28.0 240.0,28.0' })
    expect(plainText(shown?.curveText ?? [])).toBe('pérdida de 0,5 a 0,5 en 2 épocas')
  })
})

describe('a check below the full mark', () => {
  const below = (value: number | 'NaN', diverged: number): Cause => {
    const mark = { measure: 'accuracy', value, full: 0.9, runs: 5, diverged }
    return { kind: 'below-threshold', ...mark }
  }
  const render = (check: CheckResult, language: 'en' | 'es') => {
    const cards = card([result('conv1d', [passed('by-hand', 5), check])])
    const shown = view(exampleLab, cards, { language, audience: 'student', afterDue: false })
    return {
      terminal: renderTerminal(shown, { columns: 200, colour: false }),
      markdown: renderMarkdown(shown),
      html: renderHtml(shown),
    }
  }
  const trained = failed('random-lengths', 'fail', below(0.7, 0), 10, { points: 6, curve })

  test('is no wrong answer, and shows its curve on every page', () => {
    const { terminal, markdown, html } = render(trained, 'en')
    expect(terminal).toContain('random-lengths  hidden, below the full mark, 6 / 10')
    expect(terminal).toContain('Training: █·▁ loss from 2.3 to 0.3')
    expect(markdown).toContain('█·▁ loss from 2.3 to 0.3')
    expect(html).toContain('<polyline class="loss" points="0.0,0.0 240.0,56.0"/>')
    expect(render(trained, 'es').terminal).toContain('por debajo de la nota completa')
  })

  test('the name that a submission gave its metric is not shown in a hidden check', () => {
    for (const page of Object.values(render({ ...trained, curve }, 'en'))) {
      expect(page).toContain('your metric from 0.12 to 0.93')
    }
  })

  test.each([
    ['en', 'NaN', 3, '3 of 5 trainings ended in NaN'],
    ['es', 'NaN', 3, '3 de 5 entrenamientos terminaron en NaN'],
    ['en', 0.7, 1, 'ask for. 1 of 5 trainings ended in NaN'],
  ] as const)('%s: trainings that diverged are counted (%s)', (language, value, diverged, text) => {
    const check = failed('random-lengths', 'fail', below(value, diverged), 10)
    expect(render(check, language).terminal).toContain(text)
  })
})
