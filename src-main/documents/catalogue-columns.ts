/**
 * The columns of a catalogue file: those of the bundled one, and how else offices call them.
 */

/** The columns in their order, by the names the bundled catalogue gives them. */
export const CATALOGUE_COLUMNS = [
  'key',
  'tthc_code',
  'name_vi',
  'name_en',
  'field',
  'term',
  'unit',
  'remote_extra',
  'phase1',
  'phase2',
  'fee_leg',
  'effective_from',
  'effective_to',
  'basis',
  'status',
  'supplement_rule',
  'documents',
  'steps',
] as const
export type CatalogueColumn = (typeof CATALOGUE_COLUMNS)[number]

/** Without these a file is no catalogue. */
export const NEEDED_COLUMNS: readonly CatalogueColumn[] = [
  'key',
  'name_vi',
  'field',
  'term',
  'unit',
  'effective_from',
  'basis',
]

/** Further names of each column, folded (no diacritics, lower case). */
export const COLUMN_TITLES: Record<CatalogueColumn, readonly string[]> = {
  key: ['khoa', 'ma noi bo', 'ma thu tuc noi bo', 'ky hieu'],
  tthc_code: ['ma tthc', 'ma thu tuc', 'ma thu tuc hanh chinh', 'ma quoc gia', 'national code'],
  name_vi: ['ten thu tuc', 'ten thu tuc hanh chinh', 'ten tthc', 'thu tuc', 'ten tieng viet'],
  name_en: ['ten tieng anh', 'english name'],
  field: ['linh vuc'],
  term: ['thoi han', 'thoi han giai quyet', 'so ngay'],
  unit: ['don vi', 'don vi tinh', 'don vi thoi han'],
  remote_extra: ['cong them vung xa', 'ngay cong them', 'xa vung xa', 'them cho xa vung xa'],
  phase1: ['hen lan 1', 'giai doan 1'],
  phase2: ['hen lan 2', 'giai doan 2'],
  fee_leg: ['nghia vu tai chinh', 'co nghia vu tai chinh'],
  effective_from: ['hieu luc tu', 'ngay hieu luc', 'ap dung tu', 'tu ngay', 'valid from'],
  effective_to: ['hieu luc den', 'het hieu luc', 'ngay het hieu luc', 'den ngay', 'valid to'],
  basis: ['can cu', 'can cu phap ly', 'co so phap ly', 'legal basis'],
  status: ['tinh trang', 'tinh trang kiem tra', 'trang thai'],
  supplement_rule: ['sau bo sung', 'quy tac bo sung', 'tinh han sau bo sung'],
  documents: ['thanh phan ho so', 'giay to'],
  steps: ['cac buoc', 'buoc', 'quy trinh'],
}
