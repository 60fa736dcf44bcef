// Runs before the first paint, so that a reader of the dark theme never sees a white flash. No inline script: the policy forbids it.
;(() => {
  const chosen = localStorage.getItem('binh-yen-theme')
  const dark = chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
  const root = document.documentElement
  root.dataset.theme = dark ? 'dark' : 'light'
  root.dataset.mantineColorScheme = root.dataset.theme
  if (localStorage.getItem('binh-yen-language') === 'en') root.lang = 'en'
})()
