import type { PopulationProblems } from '../../shared/problems/pipeline-population.ts';
import type { ProblemMessages } from '../problem-text.ts';

const FOUND = {
  zip: 'ein ZIP-Archiv (so sehen auch Excel-Dateien aus)',
  excel: 'eine alte Excel-Datei',
  pdf: 'ein PDF',
  html: 'eine HTML-Seite (vermutlich eine Fehlermeldung des Servers)',
  binary: 'eine Datei, die kein Text ist',
} as const;

const STYLE = {
  de: 'eine Zahl wie 1.250 oder 12,5',
  plain: 'eine Zahl wie 1250 oder 12.5',
} as const;

export const pipelinePopulationDe: ProblemMessages<PopulationProblems> = {
  'table.empty': () => 'Die Datei ist leer. Erwartet wird eine Tabelle mit Spaltennamen in der ersten Zeile.',
  'table.no-rows': () => 'Unter den Spaltennamen steht keine Zeile.',
  'table.not-text': (p) =>
    `Erwartet wird eine Textdatei (CSV oder JSON), gefunden wurde ${FOUND[p.found]}. Bitte als CSV speichern oder auspacken.`,
  'table.gzip-damaged': () =>
    'Die gzip-Datei ist beschädigt oder endet zu früh. Bitte die Datei noch einmal herunterladen.',
  'table.too-large': (p, f) =>
    `Entpackt ist die Datei größer als ${f.bytes(p.limitBytes)}. Bitte einen kleineren Ausschnitt verwenden.`,
  'table.encoding': (p) =>
    `Die Zeichen passen nicht zur Kodierung ${p.expected}. Bitte die Kodierung angeben, zum Beispiel windows-1252.`,
  'table.encoding-guessed': (p) =>
    `Die Kodierung ist nicht angegeben und kein UTF-8; die Datei wurde als ${p.encoding} gelesen.`,
  'table.header-is-data': (p) =>
    `Hier werden Spaltennamen erwartet, gefunden wurden Werte (${p.found}); „${p.column}“ steht zweimal. Bitte die Spaltennamen angeben.`,
  'table.column-duplicate': (p) =>
    `Der Spaltenname „${p.column}“ steht zweimal (${p.found}). Bitte umbenennen oder alle Spaltennamen angeben.`,
  'table.column-missing': (p) => `Die Spalte „${p.column}“ fehlt. Vorhanden sind: ${p.found}.`,
  'table.column-names-missing': () => 'Für eine Datei ohne Kopfzeile müssen die Spaltennamen angegeben sein.',
  'table.row-ragged': (p, f) =>
    `Die Zeile hat ${f.number(p.found)} Felder, erwartet werden ${f.number(p.expected)}. Fußnoten unter der Tabelle bitte mit „skipEndRows“ auslassen.`,
  'table.quotes': () => 'Ein Anführungszeichen wird nicht oder an falscher Stelle geschlossen.',
  'table.json-damaged': () => 'Das JSON ist beschädigt oder endet zu früh.',
  'table.json-path': (p) =>
    `Der Schritt „${p.step}“ des Pfads führt ins Leere. Vorhanden sind: ${p.found || 'keine Schlüssel'}.`,
  'table.row-not-record': (p) => `Der Pfad endet bei „${p.found}“; erwartet wird ein Objekt mit benannten Werten.`,
  'table.number': (p) => `„${p.found}“ ist keine Zahl; erwartet wird ${STYLE[p.style]}.`,
  'table.negative': (p) => `„${p.found}“ ist kleiner als 0; erwartet wird eine Anzahl.`,
  'table.date': (p) => `„${p.found}“ ist kein Datum; erwartet wird TT.MM.JJJJ oder JJJJ-MM-TT.`,
  'table.filter-unknown': (p) => `Kein Eintrag lautet „${p.expected}“. Vorhanden sind zum Beispiel: ${p.found}.`,
  'table.filter-empty': (p) =>
    p.columns === ''
      ? 'Die Tabelle hat keine Zeilen.'
      : `Keine Zeile erfüllt alle Bedingungen (${p.columns}) zugleich.`,
  'population.district-unknown': (p) =>
    `Der Bezirk „${p.found}“ ist nicht bekannt. Bekannt sind zum Beispiel: ${p.examples}.`,
  'population.district-duplicate': (p, f) =>
    `Bezirk ${p.district}, Altersgruppe „${p.ages}“ steht schon in Zeile ${f.number(p.firstRow, 0)}.`,
  'population.district-rows-ignored': (p) =>
    `Zeilen, die keine Bezirke dieser Ebene sind, wurden übergangen (${p.keys}).`,
  'population.districts-without-row': (p) =>
    `Für Bezirke steht keine Zeile in der Tabelle; ihre Einwohnerzahlen fehlen (${p.districts}).`,
  'population.counts-missing': (p) => `Bei Bezirken fehlen einzelne Einwohnerzahlen (${p.districts}).`,
  'population.join-unknown': (p) => `Der Schlüssel „${p.found}“ steht nicht in der Zuordnungstabelle.`,
  'population.join-duplicate': (p) => `Der Schlüssel „${p.found}“ ist zwei verschiedenen Bezirken zugeordnet.`,
  'population.levels-mixed': (p) =>
    `Die Einwohnerzahlen müssen zu einer einzigen Bezirksebene gehören, gefunden: ${p.levels}.`,
  'population.age-group-unknown': (p) =>
    `Die Altersgruppe „${p.found}“ ist nicht verständlich; erwartet wird etwas wie „0 bis unter 3 Jahre“ oder eine Angabe unter „groups“.`,
  'population.bands-broken': (p) =>
    `Die Altersgruppen (von–bis unter) schließen nicht aneinander an: ${p.found}. Lücken und Überschneidungen sind nicht möglich.`,
  'population.bands-exceed-total': (p, f) =>
    `Die Summe der Altersgruppen ist größer als die Gesamtzahl, zum Beispiel in ${p.district}: ${f.number(p.bands)} gegen ${f.number(p.total)}. Beide bleiben, wie sie sind.`,
  'population.total-from-bands': () => 'Die Tabelle nennt keine Gesamtzahl; sie ist die Summe der Altersgruppen.',
  'population.bands-leave-remainder': (p, f) =>
    `Die Altersgruppen umfassen ${f.number(p.bands)} von ${f.number(p.total)} Personen; für die übrigen ist das Alter nicht bekannt.`,
  'population.grid-column-unclear': (p) =>
    `Genau eine Spalte sollte mit „${p.column}“ beginnen. Vorhanden sind: ${p.found}.`,
  'population.grid-cell-id': (p) =>
    `Der Mittelpunkt ${p.found} passt nicht zur Gitterzelle; erwartet wird ${p.expected}.`,
  'population.grid-cell-duplicate': (p) => `Die Gitterzelle ${p.found} steht zweimal.`,
  'population.grid-cell-size': (p) => `Die Gitterzelle ist ${p.found} groß; die anderen sind ${p.expected} groß.`,
  'population.grid-beyond-box': () => 'Zeilen des Gitters liegen außerhalb des Gebiets und wurden übergangen.',
  'population.grid-no-cells': (p, f) =>
    `Keine Gitterzelle liegt im Gebiet (gelesen: ${f.number(p.rows)} Zeilen). Gehört die Datei zu dieser Stadt?`,
  'population.grid-uninhabited': () => 'Unbewohnte Gitterzellen wurden weggelassen.',
  'population.grid-suppressed': (p) => `Werte der Spalte ${p.column} sind geheim gehalten; sie bleiben ohne Angabe.`,
  'population.grid-without-totals': (p) =>
    `Das Gitter nennt keine Einwohnerzahlen, nur Altersgruppen, die nicht alle Alter umfassen (${p.found}); es wurde nicht verwendet.`,
  'population.grid-groups-unused': (p) =>
    `Altersgruppen des Gitters schließen nicht aneinander an oder passen zu keiner Altersgruppe der Stadt (${p.found}); nur die Gesamtzahlen wurden verwendet.`,
  'population.grid-alone': () => 'Einwohnerzahlen je Rasterzelle wie im Gitter.',
  'population.coarse-grid-alone': () =>
    'Einwohnerzahlen des groben Gitters sind auf Rasterzellen von 100 m verteilt, nach Geschossfläche oder Wohnbauland; jede Gitterzelle behält ihre Zahl.',
  'population.grid-scaled': (p, f) =>
    `Das Gitter zählt in diesen Bezirken ${f.number(p.grid, 0)} Personen, die amtliche Tabelle ${f.number(p.counts, 0)}; die Tabelle gilt.`,
  'population.spread-by-grid': (p, f) =>
    `Die Einwohner von ${f.number(p.districts)} Bezirken sind nach dem Gitter auf Rasterzellen verteilt. Eine Zelle gehört zum Bezirk ihres Mittelpunkts; jeder Bezirk behält seine amtlichen Zahlen.`,
  'population.spread-by-coarse-grid': (p, f) =>
    `Die Einwohner von ${f.number(p.districts)} Bezirken sind nach dem groben Gitter und den Gebäuden darin auf Rasterzellen verteilt; jeder Bezirk behält seine amtlichen Zahlen.`,
  'population.spread-by-buildings': (p, f) =>
    `Die Einwohner von ${f.number(p.districts)} Bezirken sind nach der Geschossfläche ihrer Wohngebäude verteilt; ${f.number(p.buildings)} Gebäude können Wohngebäude sein, bei ${f.number(p.withLevels)} davon ist die Zahl der Geschosse bekannt, bei den übrigen zählt die Grundfläche.`,
  'population.spread-by-land': (p, f) =>
    `Die Einwohner von ${f.number(p.districts)} Bezirken sind auf ${f.number(p.areas)} Wohnbauflächen verteilt.`,
  'population.spread-evenly': (p, f) =>
    `Es gibt weder Gitter noch Gebäude noch Wohnbauflächen: ${f.number(p.persons, 0)} Einwohner sind gleichmäßig über die Fläche ihrer Bezirke verteilt (angenommen).`,
  'population.districts-spread-evenly': (p, f) =>
    `In Bezirken mit Einwohnern liegt keine bewohnte Rasterzelle (${p.districts}); ${f.number(p.persons, 0)} Personen sind gleichmäßig über deren Fläche verteilt (angenommen).`,
  'population.districts-unscaled': (p) =>
    `Für Bezirke ohne amtliche Zahlen gelten die Gesamtzahlen des Gitters, ohne Alter (${p.districts}).`,
  'population.cells-spread-evenly': (p, f) =>
    `In groben Gitterzellen stehen keine Wohngebäude; ${f.number(p.persons, 0)} Personen sind gleichmäßig über sie verteilt (angenommen).`,
  'population.cells-lost': () =>
    'Grobe Gitterzellen mit geheim gehaltener Zahl und ohne Wohngebäude wurden weggelassen.',
  'population.cells-suppressed': () => 'Rasterzellen haben geheim gehaltene Zahlen; sie bleiben ohne Angabe.',
  'population.cells-outside': (p, f) =>
    `Rasterzellen in der Umgebung der Stadt: ${f.number(p.persons, 0)} Personen, ohne Alter.`,
  'population.cells-beyond': (p, f) =>
    `Rasterzellen jenseits der Umgebung wurden weggelassen (${f.number(p.persons, 0)} Personen).`,
  'population.none': () => 'Es gibt keine Einwohnerzahlen.',
};
