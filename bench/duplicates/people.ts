// People of a commune as names really fall: a third are called Nguyễn, a dozen given names are everywhere. One in fifty stands
// twice, typed otherwise the second time.

import { type Kysely, sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { DB } from '../../db/schema.generated.ts'
import { rebuildCoverage } from '../../modules/areas/server/public.ts'
import { nameKey } from '../../platform/contract/name-key.ts'

const families = 'Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Trần Trần Lê Phạm Hoàng Vũ Đặng Bùi Đỗ Ngô Dương'.split(' ')
const middles = ['Văn', 'Văn', 'Thị', 'Thị', 'Đức', 'Hữu', 'Quang', 'Ngọc', 'Minh', 'Xuân', 'Thị Thu', 'Thị Mỹ']
const givens =
  'Hùng Hùng Hùng Dũng Dũng Hòa Hòa Thúy Hạnh Lan Tuấn Sơn Bình An Cường Mạnh Nga Oanh Phượng Quý Tâm Uyên Vy Yến'.split(
    ' ',
  )
const hamlets = 60

type Person = {
  number: number
  name: string
  address: string
  headcount: number
  birthYear: number | null
  hamlet: number
}

/** The same ones each time. */
function chances(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

export function makePeople(count: number): { people: Person[]; twice: number } {
  const chance = chances(20241115)
  const pick = (of: readonly string[]): string => of[chance(of.length)] as string
  const twice = Math.floor(count / 50)
  const people = Array.from(
    { length: count - twice },
    (_, at): Person => ({
      number: at + 1,
      name: `${pick(families)} ${pick(middles)} ${pick(givens)}`,
      address: `Số ${1 + chance(60)} ngõ ${1 + chance(12)}`,
      headcount: 1 + chance(6),
      birthYear: chance(2) === 0 ? 1940 + chance(60) : null,
      hamlet: chance(hamlets),
    }),
  )
  const typedAgain = (person: Person, at: number): Person => ({
    ...person,
    name: [nameKey(person.name), person.name.toUpperCase(), shortOf(person.name), turned(person.name)][
      at % 4
    ] as string,
    address: person.address.replace('Số', 'SN'),
  })
  return { people: [...people, ...people.slice(0, twice).map(typedAgain)], twice }
}

const shortOf = (name: string): string => name.replace(/^(\p{L})\p{L}+ /u, '$1. ')
const turned = (name: string): string => name.replace(/^(.*) (\S+)$/, '$2 $1')

/** Communes of one district, with their hamlets. */
export async function makeCommunes(db: Kysely<DB>, count: number): Promise<string[]> {
  const [district, ...communes] = Array.from({ length: count + 1 }, () => uuidv7())
  await sql`
    insert into area_unit (id, code, name, type, level, valid_from)
    select id, 'd' || at, 'Đơn vị ' || at, 'xã', case at when 1 then 'district' else 'commune' end, '2000-01-01'
    from unnest(${[district, ...communes]}::uuid[]) with ordinality as made (id, at)`.execute(db)
  // The first lies alone: nobody beside it is compared.
  await sql`
    insert into area_parent (unit_id, parent_id, valid_from)
    select unnest(${communes.slice(1)}::uuid[]), ${district}::uuid, '2000-01-01'`.execute(db)
  await sql`
    insert into area_unit (id, code, name, type, level, valid_from)
    select gen_random_uuid(), commune || '-' || at, 'Thôn ' || at, 'thôn', 'village', '2000-01-01'
    from generate_series(1, ${communes.length}) as commune, generate_series(1, ${hamlets}) as at`.execute(db)
  await rebuildCoverage(db)
  return communes
}

export async function storePeople(
  db: Kysely<DB>,
  people: readonly Person[],
  communeOf: (at: number) => string,
): Promise<void> {
  const lists = new Map([...new Set(people.map((_, at) => communeOf(at)))].map((id) => [id, uuidv7()]))
  const places = await sql<{ id: string }>`
    select id from area_unit where level = 'village' order by code limit ${hamlets}`.execute(db)
  await sql`
    insert into roster_list (commune_id, id, group_id, title, as_of, source)
    select commune, id, 'household-heads', 'Danh sách', '2024-10-01', 'Sổ'
    from unnest(${[...lists.keys()]}::uuid[], ${[...lists.values()]}::uuid[]) as made (commune, id)`.execute(db)
  const keys = people.map(({ name }) => nameKey(name))
  const of = <T>(pick: (person: Person, at: number) => T) => people.map(pick)
  await sql`
    insert into roster_entry (commune_id, id, list_id, group_id, hamlet_id, number, name, name_key, name_bag, address, headcount, birth_year, since)
    select commune, id, list, 'household-heads', hamlet, number, name, key, bag, address, headcount, born, '2024-10-01'
    from unnest(${of((_, at) => communeOf(at))}::uuid[], ${of(() => uuidv7())}::uuid[], ${of((_, at) => lists.get(communeOf(at)) ?? null)}::uuid[],
      ${of(({ hamlet }) => places.rows[hamlet]?.id ?? null)}::uuid[], ${of(({ number }) => number)}::int[], ${of(({ name }) => name)}::text[],
      ${keys}::text[], ${keys.map((key) => key.split(' ').sort().join(' '))}::text[], ${of(({ address }) => address)}::text[],
      ${of(({ headcount }) => headcount)}::smallint[], ${of(({ birthYear }) => birthYear)}::smallint[])
      as made (commune, id, list, hamlet, number, name, key, bag, address, headcount, born)`.execute(db)
}
