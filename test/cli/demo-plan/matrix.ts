/** The matrix of uses of `domain.md` § 8, written out for the tests; cells above the diagonal. */
const USES = ['kita', 'schule', 'okja', 'begegnung', 'bibliothek', 'pflege', 'sport', 'arzt', 'unterkunft'] as const;
type Use = (typeof USES)[number];

const CELLS: Readonly<Record<Use, readonly string[]>> = {
  kita: ['.', '+', '-', '++', '+', '+', 'o', '+', '+'],
  schule: ['.', '+', '+', '++', 'o', '++', 'o', 'o'],
  okja: ['.', '+', '+', '-', '++', 'o', '+'],
  begegnung: ['.', '++', '++', '+', '+', '++'],
  bibliothek: ['.', '+', 'o', 'o', '+'],
  pflege: ['.', 'o', '++', 'o'],
  sport: ['.', 'o', 'o'],
  arzt: ['.', '+'],
  unterkunft: ['.'],
};

const USE_OF_SERVICE: Readonly<Record<string, Use>> = {
  'kita-u3': 'kita',
  'kita-ue3': 'kita',
  grundschule: 'schule',
  ganztag: 'schule',
  jugendtreff: 'okja',
  begegnung: 'begegnung',
  familienzentrum: 'begegnung',
  bibliothek: 'bibliothek',
  pflege: 'pflege',
  tagespflege: 'pflege',
  sporthalle: 'sport',
  hausarzt: 'arzt',
  unterkunft: 'unterkunft',
};

export function cellOf(a: string, b: string): string {
  const [i, j] = [a, b].map((service) => USES.indexOf(USE_OF_SERVICE[service]!)).sort((x, y) => x - y) as [
    number,
    number,
  ];
  return CELLS[USES[i]!][j - i]!;
}
