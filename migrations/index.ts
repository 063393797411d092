import * as migration_20261122_160000_initial from './20261122_160000_initial';

export const migrations = [
  {
    up: migration_20261122_160000_initial.up,
    down: migration_20261122_160000_initial.down,
    name: '20261122_160000_initial'
  },
];
