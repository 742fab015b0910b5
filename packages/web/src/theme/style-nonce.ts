/** The nonce that lets libraries add style elements to this page; the server makes one for each page it sends. */
export const styleNonce: string = document.querySelector('meta[name="style-nonce"]')?.getAttribute('content') ?? ''
