// What a card needs once it is to be opened, in one file.
export { contentOf, warm } from './card-content.ts'
export { isMostlySeen } from './note-marks.ts'
export { isSheet, keepLineInView, placeCard } from './place-card.ts'
