// What leaves the browser must be what the server's contract reads, and a way back after signing in must stay inside.

import { describe, expect, it } from 'vitest'
import { fieldProblem, mayTryAgain, noNumberProblem, readProblem, silentProblem } from './problem.ts'
import { returnAddress, signInAddress } from './sign-in-address.ts'
import { addressOf, parametersOf, unreadNumbers } from './wire.ts'

describe('addresses', () => {
  it('fills places of the path from the input and leaves them out of the parameters', () => {
    expect(addressOf('/api/areas/{areaId}/units', { areaId: 'a/b', on: '2024-11-15' })).toEqual({
      address: '/api/areas/a%2Fb/units',
      rest: { on: '2024-11-15' },
    })
  })

  it('repeats the key of a list, and leaves out what is not there', () => {
    expect(
      parametersOf({ status: ['late', 'soon'], text: 'Ngọc Thanh', page: undefined, head: null, open: false }),
    ).toBe('?status=late&status=soon&text=Ng%E1%BB%8Dc+Thanh&open=false')
    expect(parametersOf({})).toBe('')
  })
})

describe('numbers', () => {
  it('finds what JSON would write as null, however deep, and names the field in the language of the reader', () => {
    expect(unreadNumbers({ from: [{ id: 'a', shares: [0.5, Number.NaN] }], members: 1 / 0, note: null })).toEqual([
      'from.0.shares.1',
      'members',
    ])
    expect(unreadNumbers({ members: 0, text: 'NaN', empty: null, absent: undefined })).toEqual([])
    const problem = noNumberProblem(['members'], 'vi')
    expect(fieldProblem(problem, 'members')).toBe('Ghi một số, không kèm chữ hay dấu khác.')
    expect(mayTryAgain(problem)).toBe(false)
  })
})

describe('problems', () => {
  it('reads the problem of the server with its fields and its own facts', () => {
    const body = {
      title: 'Có chỗ chưa đúng',
      status: 422,
      code: 'platform.invalid_input',
      fields: [{ path: 'due', message: 'Cần điền ô này.' }],
      incident: 'x1',
    }
    const problem = readProblem(body, 422, 'vi')
    expect(problem.code).toBe('platform.invalid_input')
    expect(fieldProblem(problem, 'due')).toBe('Cần điền ô này.')
    expect(fieldProblem(problem, 'title')).toBeUndefined()
    expect(problem.extra).toEqual({ incident: 'x1' })
    expect(mayTryAgain(problem)).toBe(false)
  })

  it('names an answer that is no problem at all, in the language of the reader', () => {
    expect(readProblem('<html>', 500, 'vi').code).toBe('unreadable')
    expect(readProblem(undefined, 502, 'en').title).toBe('The answer cannot be read.')
  })

  it('may send again only what surely did not get an answer', () => {
    expect(mayTryAgain(silentProblem('offline', 'vi'))).toBe(true)
    expect(mayTryAgain(readProblem({ title: 'busy' }, 503, 'vi'))).toBe(true)
    expect(mayTryAgain(readProblem({ title: 'no' }, 409, 'vi'))).toBe(false)
  })
})

describe('signing in', () => {
  it('keeps where one was, and does not send the sign-in page to itself', () => {
    expect(signInAddress({ pathname: '/app/tasks', search: '?on=2024-11-15' })).toBe(
      '/app/sign-in?back=%2Fapp%2Ftasks%3Fon%3D2024-11-15',
    )
    expect(signInAddress({ pathname: '/app/sign-in', search: '' })).toBeUndefined()
  })

  it('returns nowhere outside the application', () => {
    expect(returnAddress('/app/tasks?on=2024-11-15')).toBe('/app/tasks?on=2024-11-15')
    for (const bad of [
      'https://evil.example',
      '//evil.example',
      '/app/sign-in?back=x',
      '/app/\\evil',
      '/elsewhere',
      undefined,
      null,
      '',
    ]) {
      expect(returnAddress(bad)).toBe('/app/')
    }
  })
})
