// No part of what a page needs to be read: it comes when the page is there.
addEventListener('load', () => void import('./next-page.ts').then(({ fetchAhead }) => fetchAhead()))
