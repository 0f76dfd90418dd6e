import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nameKey } from './name-key.ts'

const sameNames = [
  'Trotsky Trotskii Trotskij Trotskiy Trotski Trotzky Троцкий',
  'Zinoviev Zinovyev Zinovev Zinovjev Sinowjew Зиновьев',
  'Milyukov Miliukov Miljukow Milukoff Милюков',
  'Ulyanov Ulianov Uljanov Ульянов',
  'Kharkov Harkov Kharkoff Харьков',
  'Sukhanov Suhanov Soukhanov Суханов',
  'Podvoisky Podvoiskii Podvoyskiy Podvojsky Подвойский',
  'Ovseenko Ovseyenko Ovsienko Овсеенко',
  'Chernov Tchernov Tschernow Чернов',
  'Lashevich Lashevitch Лашевич',
  'Fedor Fyodor Fëdor Фёдор',
  'Mezhraiontsy Mezhrayontsy Межрайонцы',
  'Kadets Cadets Кадетс',
  'Tsereteli Tseretelli Cereteli Церетели',
  'Axelrod Akselrod Аксельрод',
  'Lazimir Lasimir Лазимир',
]

test('a name has one key, however it is written', () => {
  for (const names of sameNames)
    assert.deepEqual([...new Set(names.split(' ').map(nameKey))].length, 1, `${names}: ${names.split(' ').map(nameKey)}`)
})

test('other names have other keys', () => {
  const keys = sameNames.map((names) => nameKey(names.split(' ')[0] ?? ''))
  assert.equal(new Set(keys).size, keys.length)
})
