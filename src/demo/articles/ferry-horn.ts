import type { DemoArticle } from '../documents'
import { note, p, quote } from '../text'

export const ferryHorn: DemoArticle = {
  key: 'ferry-horn',
  slug: 'we-counted-the-days-by-the-ferrys-horn',
  title: 'We counted the days by the ferry’s horn',
  kind: 'translation',
  standfirst: 'A letter by Mariam Qastal, written in the Customs House of Marsa Dellum in June. Translated from the Arabic by Hala Idrane.',
  translationOf: 'ferry-horn-ar',
  authors: ['mariam-qastal', 'hala-idrane'],
  topics: ['detention', 'women-of-the-lofts'],
  campaigns: ['free-the-three'],
  lead: { image: 'letter' },
  warnings: [{ term: 'detention', depiction: 'described', intensity: 'brief', note: 'Daily life in detention. No violence is described.' }],
  course: { state: 'live', at: '2026-07-08T08:30:00Z', namesPeople: true },
  body: [
    p`To the girls of the fourth form, and to whoever reads to them,`,
    p`You asked in your drawing where I am. I can answer as a geographer. I am at 14 metres above the sea, at the end of a mole that runs east-north-east, behind a wall that is warm in the morning. So the window, which I do not have, would look to the Sisters.`,
    p`There is no clock here. There was one, on the tower, but it stopped before I was born. We counted the days by the ferry’s horn: one long at a quarter to seven, two short at noon if there is fog. You know that we used to set the school bell by it. On Fridays it does not run, and so Friday is the longest.`,
    p`I am asked every few days who drew the map. I say: the fourth form. They write it down.${note('The map was drawn by pupils of the fourth form in October 2025 for an exhibition in the school hall. It shows where their fathers and mothers fished. – Translator')} I hope that you are as proud of it as I am. Nobody has yet told me of a mistake in it.`,
    p`The woman who brings the bread has a cough. I told her about thyme. She told me that the swallows have come to the arch of the gate, four nests, and that one is built on the lamp. This is news of the first order, and I have thought about it for two days.`,
    quote`I am asked every few days who drew the map. I say: the fourth form. They write it down.`,
    p`I have mended the blanket. It was a simple tear. One begins at the first whole thread.`,
    p`Please go on with chapter six without me. It is about currents. You will find that the book is wrong on page 71, where it says that the water between the Sisters runs north all year; ask any of your grandmothers. Write down what they say, with the day.`,
    p`I am well. I am not at peace, and should not like to be. Look after the globe; it falls over if it is turned westwards.`,
    p`Your teacher,`,
    p`Mariam Qastal`,
  ],
}
