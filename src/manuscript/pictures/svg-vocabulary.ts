const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u))

/**
 * The elements of SVG that are published (SVG 2 and SVG 1.1, Filter Effects 1, SVG Animations): they draw, describe or
 * move, and do nothing else.
 */
export const drawn = words(`
  svg g defs symbol use switch title desc
  path rect circle ellipse line polyline polygon text tspan textPath tref image marker style
  linearGradient radialGradient stop pattern clipPath mask filter
  feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight
  feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset
  fePointLight feSpecularLighting feSpotLight feTile feTurbulence
  animate animateMotion animateTransform mpath set
`)

/** Elements that run something, or bring another document in. Named without regard to capitals, as HTML names them. */
export const refused = words(
  'script foreignobject iframe embed object audio video canvas handler listener html body link meta base form input',
)

/** The attributes of SVG that are published. Those that may hold an address are judged by it. */
export const attributes = words(`
  id class style lang role tabindex transform version viewBox preserveAspectRatio
  x y x1 y1 x2 y2 dx dy cx cy r rx ry fx fy fr width height d points pathLength rotate offset
  href requiredFeatures systemLanguage
  clipPathUnits maskUnits maskContentUnits gradientUnits gradientTransform spreadMethod patternUnits patternContentUnits patternTransform
  filterUnits primitiveUnits markerUnits markerWidth markerHeight orient refX refY startOffset method spacing side textLength lengthAdjust
  in in2 result type values mode operator k1 k2 k3 k4 order kernelMatrix divisor bias targetX targetY edgeMode kernelUnitLength
  preserveAlpha surfaceScale diffuseConstant specularConstant specularExponent limitingConeAngle pointsAtX pointsAtY pointsAtZ z
  azimuth elevation scale xChannelSelector yChannelSelector stdDeviation radius baseFrequency numOctaves seed stitchTiles
  tableValues slope intercept amplitude exponent
  attributeName attributeType begin dur end min max restart repeatCount repeatDur fill calcMode keyTimes keySplines keyPoints
  from to by additive accumulate path origin media
  alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters color-rendering
  cursor direction display dominant-baseline enable-background fill-opacity fill-rule filter flood-color flood-opacity font
  font-family font-feature-settings font-kerning font-size font-size-adjust font-stretch font-style font-variant font-variant-ligatures
  font-variation-settings font-weight glyph-orientation-horizontal glyph-orientation-vertical image-rendering isolation
  letter-spacing lighting-color line-height marker marker-end marker-mid marker-start mask mask-type mix-blend-mode opacity overflow
  paint-order pointer-events shape-rendering stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap
  stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-align text-anchor text-decoration text-indent text-orientation
  text-overflow text-rendering text-transform transform-box transform-origin unicode-bidi vector-effect visibility white-space
  word-spacing writing-mode
`)
