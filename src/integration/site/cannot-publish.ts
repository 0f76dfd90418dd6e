/** A reason not to build or publish that the person at the terminal can mend: its message is all that is shown. */
export class CannotPublish extends Error {
  override readonly name = 'CannotPublish'

  constructor(message: string) {
    super(message)
    // Where in our code it was thrown tells them nothing.
    this.stack = ''
  }
}
