/** All of css-tree in one file: its main entry loads a hundred and twenty-five. */
declare module 'css-tree/dist/csstree.esm' {
  export * from 'css-tree'
}
