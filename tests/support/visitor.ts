// A browser of a test: keeps cookies, sends what a page of our own would send.

import type { SignIn } from '../../modules/access/server/sign-in/open.ts'

export type Answered = {
  status: number
  body: Record<string, unknown> & { fields?: { path: string; message: string }[] }
  headers: Headers
  cookies: string[]
}
export type Visitor = ReturnType<typeof openVisitor>

export function openVisitor(signIn: SignIn, address: string, origin = 'http://localhost:8080') {
  const jar = new Map<string, string>()
  const headers = (more: Record<string, string> = {}): Headers => {
    const all = new Headers({
      host: new URL(origin).host,
      'user-agent': 'Mozilla/5.0 (X11; Linux) Firefox/140.0',
      ...more,
    })
    if (jar.size > 0) all.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '))
    return all
  }
  const ask = async (method: string, path: string, text?: string, more: Record<string, string> = {}) => {
    const own: Record<string, string> =
      method === 'POST' ? { 'content-type': 'application/json', origin, 'sec-fetch-site': 'same-origin' } : {}
    const request = new Request(`${origin}/api/auth${path}`, {
      method,
      headers: headers({ ...own, ...more }),
      body: text,
    })
    const response = await signIn.handler(request, address)
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      const name = pair.slice(0, pair.indexOf('='))
      if (/max-age=0/i.test(cookie)) jar.delete(name)
      else jar.set(name, pair.slice(name.length + 1))
    }
    const body = (await response.json().catch(() => ({}))) as Answered['body']
    return { status: response.status, body, headers: response.headers, cookies: response.headers.getSetCookie() }
  }
  return {
    headers,
    get: (path: string): Promise<Answered> => ask('GET', path),
    post: (path: string, body: unknown, more?: Record<string, string>): Promise<Answered> =>
      ask('POST', path, JSON.stringify(body), more),
    send: (path: string, text: string, more?: Record<string, string>): Promise<Answered> =>
      ask('POST', path, text, more),
  }
}
