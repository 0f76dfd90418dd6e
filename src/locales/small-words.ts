/** Small words that stand in most titles of a language and in none of English. Of others that look alike, the longer list says more. */
export const smallWords: Readonly<Record<string, readonly string[]>> = {
  en: 'the of and to from for with on at by its their his her an as is are was were or not how what why who'.split(' '),
  de: 'der das und des dem den im zur zum für über von aus nach zwischen ein eine einer eines einem einen nicht auf bei durch gegen ohne wie warum'.split(
    ' ',
  ),
  fr: 'le la les et du des une dans sur pour par au aux avec sans sous entre chez vers leur ses cette ce que qui'.split(' '),
  es: 'el la los las y del una en para por con sin sobre entre desde hacia su sus que al'.split(' '),
  it: 'il lo la gli le e della del dei delle degli nel nella una per con tra fra sul sulla dal dalla che di'.split(' '),
  pt: 'o os as e do da dos das uma em no na nos nas para por com sem sobre entre ao à que'.split(' '),
  nl: 'het een van en voor met tot op uit naar over bij door tussen zonder hoe waarom'.split(' '),
  pl: 'i w we na z ze do od dla przez pod nad przed między o po nie jest oraz czy jak'.split(' '),
  sv: 'och att det en ett av för med på till från om den som inte hur'.split(' '),
  da: 'og at det en et af for med på til fra om den som ikke hvordan'.split(' '),
  cs: 'a v ve na z ze do od pro přes pod nad před mezi o po ne je jak'.split(' '),
  tr: 've bir ile için bu da de gibi kadar üzerine olarak'.split(' '),
}
