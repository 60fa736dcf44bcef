// Leaving: the session ends on the server, and nothing of it stays on this screen.

export async function signOut(): Promise<void> {
  await fetch('/api/auth/sign-out', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })
  window.location.assign('/app/sign-in')
}
