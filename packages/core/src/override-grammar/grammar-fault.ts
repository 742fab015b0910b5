/** Why a value cannot be read. Caught where the override as a whole is known. */
export class GrammarFault extends Error {
  /** True when the text does not even have the form of a value, so that it may have been meant as plain text. */
  readonly isSyntax: boolean

  constructor(why: string, isSyntax: boolean) {
    super(why)
    this.name = new.target.name
    this.isSyntax = isSyntax
  }
}
