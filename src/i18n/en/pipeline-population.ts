import type { PopulationProblems } from '../../shared/problems/pipeline-population.ts';
import type { ProblemMessages } from '../problem-text.ts';

const FOUND = {
  zip: 'a ZIP archive (Excel files look like this, too)',
  excel: 'an old Excel file',
  pdf: 'a PDF',
  html: 'an HTML page (probably an error message of the server)',
  binary: 'a file that is not text',
} as const;

const STYLE = {
  de: 'a number like 1.250 or 12,5 (German spelling)',
  plain: 'a number like 1250 or 12.5',
} as const;

export const pipelinePopulationEn: ProblemMessages<PopulationProblems> = {
  'table.empty': () => 'The file is empty. Expected is a table with column names in its first row.',
  'table.no-rows': () => 'There is no row below the column names.',
  'table.not-text': (p) =>
    `Expected is a text file (CSV or JSON), found was ${FOUND[p.found]}. Please save it as CSV or unpack it.`,
  'table.gzip-damaged': () => 'The gzip file is damaged or ends too early. Please download the file again.',
  'table.too-large': (p, f) =>
    `Unpacked, the file is larger than ${f.bytes(p.limitBytes)}. Please use a smaller extract.`,
  'table.encoding': (p) =>
    `The characters do not fit the encoding ${p.expected}. Please state the encoding, for example windows-1252.`,
  'table.encoding-guessed': (p) => `No encoding is stated and it is not UTF-8; the file was read as ${p.encoding}.`,
  'table.header-is-data': (p) =>
    `Column names are expected here, values were found (${p.found}); “${p.column}” stands twice. Please state the column names.`,
  'table.column-duplicate': (p) =>
    `The column name “${p.column}” stands twice (${p.found}). Please rename it or state all column names.`,
  'table.column-missing': (p) => `The column “${p.column}” is missing. There are: ${p.found}.`,
  'table.column-names-missing': () => 'A file without a header row needs its column names stated.',
  'table.row-ragged': (p, f) =>
    `The row has ${f.number(p.found)} fields, expected are ${f.number(p.expected)}. Please leave out footnotes below the table with “skipEndRows”.`,
  'table.quotes': () => 'A quotation mark is not closed, or closed in the wrong place.',
  'table.json-damaged': () => 'The JSON is damaged or ends too early.',
  'table.json-path': (p) => `The step “${p.step}” of the path leads nowhere. There are: ${p.found || 'no keys'}.`,
  'table.row-not-record': (p) => `The path ends at “${p.found}”; expected is an object with named values.`,
  'table.number': (p) => `“${p.found}” is not a number; expected is ${STYLE[p.style]}.`,
  'table.negative': (p) => `“${p.found}” is less than 0; expected is a count.`,
  'table.date': (p) => `“${p.found}” is not a date; expected is dd.mm.yyyy or yyyy-mm-dd.`,
  'table.filter-unknown': (p) => `No entry reads “${p.expected}”. There are for example: ${p.found}.`,
  'table.filter-empty': (p) =>
    p.columns === '' ? 'The table has no rows.' : `No row meets all conditions (${p.columns}) at once.`,
  'population.district-unknown': (p) => `The district “${p.found}” is not known. Known are for example: ${p.examples}.`,
  'population.district-duplicate': (p, f) =>
    `District ${p.district}, age group “${p.ages}” already stands in row ${f.number(p.firstRow, 0)}.`,
  'population.district-rows-ignored': (p) => `Rows that are no districts of this level were passed over (${p.keys}).`,
  'population.districts-without-row': (p) =>
    `The table has no row for some districts; their inhabitants are missing (${p.districts}).`,
  'population.counts-missing': (p) => `Some figures of districts are missing (${p.districts}).`,
  'population.join-unknown': (p) => `The key “${p.found}” is not in the table that assigns keys to districts.`,
  'population.join-duplicate': (p) => `The key “${p.found}” is assigned to two different districts.`,
  'population.levels-mixed': (p) => `The counts must belong to a single level of districts, found: ${p.levels}.`,
  'population.age-group-unknown': (p) =>
    `The age group “${p.found}” cannot be understood; expected is something like “0 bis unter 3 Jahre” or an entry under “groups”.`,
  'population.bands-broken': (p) =>
    `The age groups (from–to under) do not follow each other: ${p.found}. Gaps and overlaps are not possible.`,
  'population.bands-exceed-total': (p, f) =>
    `The age groups add up to more than the total, for example in ${p.district}: ${f.number(p.bands)} against ${f.number(p.total)}. Both stay as they are.`,
  'population.total-from-bands': () => 'The table states no total; it is the sum of the age groups.',
  'population.bands-leave-remainder': (p, f) =>
    `The age groups hold ${f.number(p.bands)} of ${f.number(p.total)} persons; the age of the others is not known.`,
  'population.grid-column-unclear': (p) => `Exactly one column should start with “${p.column}”. There are: ${p.found}.`,
  'population.grid-cell-id': (p) => `The centre ${p.found} does not fit the grid cell; expected is ${p.expected}.`,
  'population.grid-cell-duplicate': (p) => `The grid cell ${p.found} stands twice.`,
  'population.grid-cell-size': (p) => `The grid cell measures ${p.found}; the others measure ${p.expected}.`,
  'population.grid-beyond-box': () => 'Rows of the grid lie outside the area and were passed over.',
  'population.grid-no-cells': (p, f) =>
    `No grid cell lies in the area (rows read: ${f.number(p.rows)}). Does the file belong to this city?`,
  'population.grid-uninhabited': () => 'Uninhabited grid cells were left out.',
  'population.grid-suppressed': (p) => `Figures of the column ${p.column} are suppressed; they stay missing.`,
  'population.grid-without-totals': (p) =>
    `The grid has no totals, only age groups that do not hold all ages (${p.found}); it was not used.`,
  'population.grid-groups-unused': (p) =>
    `Age groups of the grid do not follow each other or fit no age group of the city (${p.found}); only the totals were used.`,
  'population.grid-alone': () => 'Inhabitants by cell as in the grid.',
  'population.coarse-grid-alone': () =>
    'Inhabitants of the coarse grid are spread over cells of 100 m by floor area or residential land; every grid cell keeps its figure.',
  'population.grid-scaled': (p, f) =>
    `The grid counts ${f.number(p.grid, 0)} persons in these districts, the official table ${f.number(p.counts, 0)}; the table holds.`,
  'population.spread-by-grid': (p, f) =>
    `The inhabitants of ${f.number(p.districts)} districts are spread over cells by the grid. A cell belongs to the district of its centre; every district keeps its official counts.`,
  'population.spread-by-coarse-grid': (p, f) =>
    `The inhabitants of ${f.number(p.districts)} districts are spread over cells by the coarse grid and the buildings in it; every district keeps its official counts.`,
  'population.spread-by-buildings': (p, f) =>
    `The inhabitants of ${f.number(p.districts)} districts are spread by the floor area of their residential buildings; ${f.number(p.buildings)} buildings may be residential, the levels of ${f.number(p.withLevels)} of them are known, of the others the footprint counts.`,
  'population.spread-by-land': (p, f) =>
    `The inhabitants of ${f.number(p.districts)} districts are spread over ${f.number(p.areas)} residential areas.`,
  'population.spread-evenly': (p, f) =>
    `There is no grid, no building and no residential area: ${f.number(p.persons, 0)} inhabitants are spread evenly over their districts (assumed).`,
  'population.districts-spread-evenly': (p, f) =>
    `Some districts with inhabitants have no inhabited cell (${p.districts}); ${f.number(p.persons, 0)} persons are spread evenly over them (assumed).`,
  'population.districts-unscaled': (p) =>
    `For districts without official counts the totals of the grid hold, without ages (${p.districts}).`,
  'population.cells-spread-evenly': (p, f) =>
    `Some coarse grid cells have no residential buildings; ${f.number(p.persons, 0)} persons are spread evenly over them (assumed).`,
  'population.cells-lost': () =>
    'Coarse grid cells with a suppressed figure and no residential building were left out.',
  'population.cells-suppressed': () => 'Some cells have suppressed figures; they stay missing.',
  'population.cells-outside': (p, f) =>
    `Cells in the surroundings of the city: ${f.number(p.persons, 0)} persons, without ages.`,
  'population.cells-beyond': (p, f) =>
    `Cells beyond the surroundings were left out (${f.number(p.persons, 0)} persons).`,
  'population.none': () => 'There are no figures on inhabitants.',
};
