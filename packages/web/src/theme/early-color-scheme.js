// Runs before anything is drawn, so that a page does not light up white in front of people who chose the dark. It is a
// file of its own since the page's policy forbids inline scripts. The key is the one that Mantine keeps the choice under.
{
  let chosen = null
  try {
    chosen = localStorage.getItem('mantine-color-scheme-value')
  } catch {
    // A browser that keeps nothing.
  }
  const isKnown = chosen === 'light' || chosen === 'dark'
  const ofSystem = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  document.documentElement.setAttribute('data-mantine-color-scheme', isKnown ? chosen : ofSystem)
}
