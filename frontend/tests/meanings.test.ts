import { existsSync, readdirSync, readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { spoken, type Kind } from '@/i18n/meanings';
import speaker from '@/i18n/meanings/es';
import spanish from '@/i18n/meanings/es.json';

const home = new URL('../../common-lib/', import.meta.url);

/** The lines of the tables of a folder of the services, by the names of their columns. */
function lines(folder: string, files: RegExp): Record<string, string>[] {
  const place = new URL(`${folder}/`, home);
  return readdirSync(place)
    .filter((name) => files.test(name))
    .flatMap((name) => {
      const rows = readFileSync(new URL(name, place), 'utf8').split('\n').filter((line) => line && !line.startsWith('#')).map(cells);
      const [header = [], ...rest] = rows;
      return rest.map((row) => Object.fromEntries(header.map((column, i) => [column, row[i] ?? ''])));
    });
}

/** The cells of a line, some of which stand in quotes. */
function cells(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
}

const columns = lines('tables/src/main/resources/io/exoscout/archive', /-columns\.csv$/);
const named = columns.map((line) => line.column ?? '').filter((name) => !name.includes('*'));
const features = lines('models/src/main/resources/io/exoscout/feature', /-\d+\.csv$/);
const computed = features.filter((line) => ['feature', 'relation'].includes(line.kind ?? '')).map((line) => line.name ?? '');

function java(path: string): string {
  return readFileSync(new URL(path, home), 'utf8');
}

/** The constants of an enum by the names they have in JSON, each with its source. */
function constants(path: string): [id: string, source: string][] {
  return java(path)
    .split(/^\t(?=[A-Z][A-Z_]*\()/m)
    .slice(1)
    .map((source) => [source.slice(0, source.indexOf('(')).toLowerCase(), source]);
}

const algorithms = constants('models/src/main/java/io/exoscout/model/Algorithm.java');
const targets = constants('tables/src/main/java/io/exoscout/archive/Target.java');
const tags = constants('models/src/main/java/io/exoscout/feature/FeatureTag.java');
const choices = [...algorithms, ...targets, ...tags].map(([id]) => id);
const codes = [...java('edge/src/main/java/io/exoscout/problem/ErrorCode.java').matchAll(/^\t([A-Z][A-Z_0-9]+)\(/gm)].map(([, name = '']) => name.toLowerCase());
const labels = [...constants('tables/src/main/java/io/exoscout/archive/Mission.java').flatMap(([, source]) => [...source.matchAll(/"([A-Z ]+)",\s*Verdict\./g)].map(([, label = '']) => label)), '(blank)', '(other)'];
const settings = algorithms.flatMap(([id, source]) => [...source.matchAll(/Hyperparameter\.\w+\("(\w+)"/g)].map(([, name]) => `${id}.${name}`));
const roles = constants('tables/src/main/java/io/exoscout/archive/ColumnRole.java').map(([, source]) => /"([^"]*)"/.exec(source)?.[1] ?? '');

const VET = 'curves/src/main/java/io/exoscout/transit/vet';
const vetting = java(`${VET}/Vetting.java`);
const asked = [...`${vetting}${java(`${VET}/CentroidShift.java`)}`.matchAll(/(?:alarm(?:Below|Above)|at(?:Least|Most)|ask|new VettingTest)\("(\w+)"/g)].map(([, name = '']) => name);
const unasked = [...java('jobs/src/main/java/io/exoscout/found/SearchDocument.java').matchAll(/new UnaskedTest\("(\w+)"/g)].map(([, name = '']) => name);
/** Where tests are from: a name, and mostly what is said behind it. */
const sources = (() => {
  const who = Object.fromEntries([...vetting.matchAll(/String ([A-Z_]+) = "([^"]*)"/g)].map(([, name, text]) => [name, text]));
  who.FEW = `${who.OWN}${/FEW = OWN \+ "([^"]*)"/.exec(vetting)?.[1]}`;
  return [...vetting.matchAll(/[,?:]\s*(OWN|LEO|ROBOVETTER|FEW|MODEL_SHIFT)(?:\s*\+\s*"([^"]*)")?/g)].map(([, name = '', more = '']) => `${who[name]}${more}`);
})();

const says = (kind: Kind, name: string, english = 'as the API says it') => spoken(speaker, kind, name, english);
const untold = (kind: Kind, names: string[]) => [...new Set(names.filter((name) => says(kind, name).lang))];

test('every column of the archive has its meaning in Spanish', () => {
  expect(named.length).toBeGreaterThan(300);
  expect(untold('features', named)).toEqual([]);
});

test('every computed feature has its meaning in Spanish', () => {
  expect(computed.length).toBeGreaterThan(100);
  expect(untold('features', computed)).toEqual([]);
});

test('everything that a training can be asked for has its name and meaning in Spanish', () => {
  expect([algorithms.length, targets.length, tags.length]).toEqual([4, 2, 5]);
  expect(untold('names', choices)).toEqual([]);
  expect(untold('choices', choices)).toEqual([]);
});

test('every code of a problem has its meaning in Spanish', () => {
  expect(codes.length).toBeGreaterThan(150);
  expect(untold('codes', codes)).toEqual([]);
});

test('every label of the archive has its word in Spanish', () => {
  expect(labels).toContain('REFUTED');
  expect(untold('labels', labels)).toEqual([]);
});

test('every hyper-parameter of every algorithm has its meaning in Spanish', () => {
  expect(settings).toContain('xgboost.reg_lambda');
  expect(untold('settings', settings)).toEqual([]);
});

test('every reason to leave a column out is told in Spanish', () => {
  expect(roles).toContain('label leak');
  expect(untold('sentences', [...roles, ...columns.map((line) => line.reason ?? '').filter(Boolean)])).toEqual([]);
});

test('every doubt about a feature is told in Spanish, by itself and as what leaves it out', () => {
  const doubts = features.filter((line) => line.doubt);
  expect(doubts.length).toBeGreaterThan(50);
  expect(untold('sentences', doubts.flatMap((line) => [line.doubt ?? '', `In doubt: a, b: ${line.doubt}.`]))).toEqual([]);
  expect(untold('sentences', doubts.flatMap((line) => (line.tags ?? '').split(' ').map((tag) => `left out: tag ${tag === 'possible_follow_up' ? 'possible follow-up' : tag}; ${line.doubt}`)))).toEqual([]);
});

test('every test of a signal has its name and its source in Spanish', () => {
  expect(asked.length).toBeGreaterThan(30);
  expect(untold('tests', [...asked, ...unasked])).toEqual([]);
  expect(sources.length).toBeGreaterThan(30);
  expect(untold('sentences', sources)).toEqual([]);
});

test('an uncertainty is called after its column', () => {
  expect(says('features', 'koi_depth_err1').text).toBe('Profundidad del tránsito, incertidumbre superior');
  expect(says('features', 'pl_radeerr2').text).toBe('Radio planetario, incertidumbre inferior');
});

test('a name that nobody has words for is told in English, and marked so', () => {
  expect(says('features', 'my_column', 'My column')).toEqual({ text: 'My column', lang: 'en' });
  expect(says('features', 'toString', 'My column')).toEqual({ text: 'My column', lang: 'en' });
});

test('before its words are there, a page says everything in English', () => {
  expect(spoken(undefined, 'features', 'koi_depth', 'Transit Depth')).toEqual({ text: 'Transit Depth', lang: 'en' });
});

test('numbers and names of a sentence stand where they belong', () => {
  expect(says('sentences', 'which cells are empty tells the label: blank for 2 % of the planets and 77 % of the others').text).toBe(
    'qué celdas están vacías delata la etiqueta: en blanco en el 2 % de los planetas y el 77 % de los demás',
  );
  expect(says('sentences', 'Has the k2 columns pl_name, pl_orbper; without disposition it can be predicted on, not trained on.').text).toBe(
    'Tiene las columnas de k2: pl_name, pl_orbper; sin disposition se puede predecir, no entrenar.',
  );
});

test('what is filled in is said in Spanish, too', () => {
  expect(says('sentences', 'To sort the objects of tables with the columns of the K2 Planets and Candidates table (k2pandc) into the archive\'s own labels: A, B.').text).toBe(
    'Para repartir los objetos de tablas con las columnas de la tabla de planetas y candidatos de K2 (k2pandc) entre las etiquetas del propio archivo: A, B.',
  );
  expect(says('sentences', 'In doubt: koi_kepmag, koi_gmag: bright stars are followed up first.').text).toBe('En duda: koi_kepmag, koi_gmag: las estrellas brillantes se siguen primero.');
});

test('of several sentences each may have numbers', () => {
  expect(says('sentences', 'which cells are empty tells the label: blank for 2 % of the planets and 77 % of the others; measured: which of its cells are blank reaches ROC-AUC 0.840 out of fold, above 0.800').text).toBe(
    'qué celdas están vacías delata la etiqueta: en blanco en el 2 % de los planetas y el 77 % de los demás; medido: cuáles de sus celdas están en blanco alcanza una ROC-AUC de 0,840 fuera de su partición, más de 0,800',
  );
});

test('a sentence that is known in part is told in English as a whole', () => {
  for (const text of ['label leak; nobody has words for this', 'measured: nobody has words for this', 'In doubt: koi_kepmag: nobody has words for this.']) {
    expect(says('sentences', text, 'English')).toEqual({ text: 'English', lang: 'en' });
  }
});

test('a sentence has as many places in Spanish as in English', () => {
  const places = (text: string) => text.split('#').length;
  expect(Object.entries(spanish.sentences).filter(([english, words]) => places(english) !== places(words))).toEqual([]);
});

test('no Spanish is there for a name that the API does not have', () => {
  const idle = (kind: Kind, names: string[]) => Object.keys(spanish[kind]).filter((name) => !names.includes(name));
  expect(idle('features', [...named, ...computed])).toEqual([]);
  expect(idle('codes', codes)).toEqual([]);
  expect(idle('labels', labels)).toEqual([]);
  expect(idle('names', choices)).toEqual([]);
  expect(idle('choices', choices)).toEqual([]);
  expect(idle('settings', settings)).toEqual([]);
  expect(idle('tests', [...asked, ...unasked])).toEqual([]);
});

test('no Spanish is there for a sentence that the API does not say', () => {
  const said = `${texts(new URL('../../', import.meta.url))} ${PUT_TOGETHER.join(' ')}`.toLowerCase();
  const idle = Object.keys(spanish.sentences).filter((english) => !english.split('#').every((part) => said.includes(part.trim().toLowerCase())));
  expect(idle).toEqual([]);
});

/** What the services put together of words. */
const PUT_TOGETHER = ['left out on request, with ', 'Objects of Interest table (', 'Planets and Candidates table (', ...tags.map(([id]) => `left out: tag ${id === 'possible_follow_up' ? 'possible follow-up' : id}`)];

/** All that the services say, in one text: what stands in quotes of their sources, with the tables beside them. */
function texts(root: URL): string {
  const modules = readdirSync(root, { withFileTypes: true }).flatMap((entry) => (entry.name === 'common-lib' ? readdirSync(new URL('common-lib/', root)).map((name) => `common-lib/${name}`) : [entry.name]));
  const files = modules
    .map((name) => new URL(`${name}/src/main/`, root))
    .filter((place) => existsSync(place))
    .flatMap((place) => readdirSync(place, { recursive: true, encoding: 'utf8' }).map((name) => new URL(name, place)));
  const read = (ending: string) => files.filter((file) => file.pathname.endsWith(ending)).map((file) => readFileSync(file, 'utf8'));
  // the numbers of a line are filled in, too
  return [...read('.java').map(joined), ...read('.csv').flatMap((table) => [table, table.replace(/\d+/g, '')])].join('\n');
}

/** A source in which texts are whole that stand there in parts. */
function joined(source: string): string {
  const whole = source.replace(/"\s*\+\s*"/g, '');
  const known = Object.fromEntries([...whole.matchAll(/String ([A-Z_]+) = "([^"]*)"/g)].map(([, name, text]) => [name, text]));
  return whole.replace(/(?:\w+\.)?\b([A-Z_]+)\s*\+\s*"/g, (all, name: string) => (known[name] === undefined ? all : `"${known[name]}`));
}
