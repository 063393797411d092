import type { DemoSource } from '../documents'

/** Reports, data, papers, recordings: what was measured, drawn, filmed. */
export const EVIDENCE: readonly DemoSource[] = [
  {
    key: 'four-minutes', kind: 'report', title: 'Four minutes off the Sisters: the tracks of the Amira and the Wathiq', creators: [{ name: 'Littoral Records Project' }],
    publisher: 'Littoral Records Project', issued: '2026-07-30', url: 'https://littoral.example/reports/four-minutes', archivedUrl: 'https://archive.littoral.example/2026/four-minutes', archivedAt: '2026-07-30',
  },
  {
    key: 'ais-tracks', kind: 'dataset', title: 'Vessel positions, Sirra Bank, 8 to 10 February 2026', creators: [{ name: 'Littoral Records Project' }], publisher: 'Littoral Records Project',
    issued: '2026-06-15', url: 'https://data.littoral.example/sirra-bank-2026-02', note: 'One position every ten seconds, with the receiver that heard it.',
  },
  {
    key: 'landings', kind: 'dataset', title: 'Monthly landings by harbour, 2015 to 2025', publisher: 'Fisheries Directorate of Tarsena', issued: '2026-02',
    url: 'https://data.fisheries.tarsena.example/landings', archivedUrl: 'https://archive.littoral.example/2026/landings-2015-2025', archivedAt: '2026-03-02',
    note: 'Since April 2026 the Directorate’s page shows Marsa Dellum and Ain Sirra as one figure. The archived copy has them apart.',
  },
  {
    key: 'count-books', kind: 'dataset', title: 'The count books of the net lofts, 1998 to 2026', creators: [{ name: 'Net-menders’ Committee of Marsa Dellum' }], publisher: 'Net-menders’ Committee', issued: '2026-05',
    url: 'https://netmenders.example/count-books', note: 'Twenty-three exercise books, photographed and typed out by their keepers.',
  },
  {
    key: 'displacement-paper', kind: 'paper', title: 'Displacement of small-scale fleets by energy exclusion zones: evidence from four coasts', creators: [{ name: 'Ines Calloway', familyName: 'Calloway' }, { name: 'Rafiq Odum', familyName: 'Odum' }],
    container: 'Journal of Littoral Studies', volume: '41', issue: '2', pages: '112–139', issued: '2025', doi: '10.5555/jls.2025.0417', url: 'https://journals.littoral-studies.example/41/2/displacement',
  },
  {
    key: 'brine-paper', kind: 'paper', title: 'Warm-water discharge from floating regasification and the spawning of grey mullet', creators: [{ name: 'Anselm Voigtland', familyName: 'Voigtland' }],
    container: 'Coastal Ecology Letters', volume: '12', issued: '2024-05', doi: '10.5555/cel.2024.0088', url: 'https://journals.coastal-ecology.example/12/warm-water',
  },
  {
    key: 'country-note', kind: 'report', title: 'Country note on Tarsena: fisheries, assembly and detention', creators: [{ name: 'Regional Commission on Coastal Rights' }],
    publisher: 'Regional Commission on Coastal Rights', issued: '2026-05', url: 'https://coastalrights.example/notes/tarsena-2026',
  },
  {
    key: 'grounds-book', kind: 'book', title: 'The Grounds: a history of the Sirra fishery', creators: [{ name: 'Basma Terrane', familyName: 'Terrane' }], publisher: 'Quayside Books', place: 'Marsa Dellum', edition: '2nd', isbn: '9780000000002', issued: '2011~',
  },
  {
    key: 'harbour-log', kind: 'image', title: 'Harbour master’s log, page for 9 February 2026', publisher: 'Harbour Office of Marsa Dellum', issued: '2026-02-09',
    url: 'https://littoral.example/exhibits/harbour-log-2026-02-09', note: 'A photograph of the page, as it was shown to the inquest.',
  },
  {
    key: 'channel-16', kind: 'audio', title: 'Channel 16, 9 February 2026, 04:41 to 04:52', creators: [{ name: 'Littoral Records Project' }], publisher: 'Littoral Records Project', issued: '2026-05-12',
    url: 'https://littoral.example/exhibits/channel-16', archivedUrl: 'https://archive.littoral.example/2026/channel-16', archivedAt: '2026-05-12',
    note: 'A man calls for help in this recording. The written record of the same minutes is at the same address.',
  },
  {
    key: 'quay-camera', kind: 'video', title: 'Camera 2, north quay, 9 February 2026', publisher: 'Harbour Office of Marsa Dellum', issued: '2026-02-09', url: 'https://littoral.example/exhibits/quay-camera-2',
  },
  {
    key: 'zone-map', kind: 'image', title: 'Chart annexed to Ministerial Order 202', publisher: 'Hydrographic Office of Tarsena', issued: '2024-08-01', url: 'https://gazette.tarsena.example/4502/order-202/annex',
    archivedUrl: 'https://archive.littoral.example/2024/order-202-annex', archivedAt: '2024-08-03',
  },
  {
    key: 'day-count', kind: 'webpage', title: 'The day count', creators: [{ name: 'Families of the Three' }], publisher: 'Families of the Three', issued: '2026-02-10/..', accessed: '2026-11-20', url: 'https://familiesofthethree.example/count',
  },
]
