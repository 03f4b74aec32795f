/** The portal's colours for the desk: warm paper, ink, deep red, old gold. Names are the design system's own. */

const light = {
  primary100: '#f8eae5',
  primary200: '#e9c6bd',
  primary500: '#ad2f30',
  primary600: '#96191c',
  primary700: '#761114',
  buttonPrimary500: '#ad2f30',
  buttonPrimary600: '#96191c',
  buttonNeutral0: '#fff8ee',

  secondary100: '#f7efdd',
  secondary200: '#ecd49c',
  secondary500: '#a67e2f',
  secondary600: '#74561a',
  secondary700: '#5c4310',

  alternative100: '#eaf0f4',
  alternative200: '#c3d3de',
  alternative500: '#5b7f99',
  alternative600: '#2f5873',
  alternative700: '#1f4259',

  success100: '#e9f3ec',
  success200: '#bfdcc9',
  success500: '#4d8f68',
  success600: '#22603f',
  success700: '#184a30',

  warning100: '#fbf1dc',
  warning200: '#f0d9a6',
  warning500: '#b87a10',
  warning600: '#7a4f00',
  warning700: '#5f3d00',

  neutral0: '#fffdf9',
  neutral100: '#faf7f1',
  neutral150: '#f2ece1',
  neutral200: '#ddd4c4',
  neutral300: '#c6bba9',
  neutral400: '#a0937f',
  neutral500: '#857a6b',
  neutral600: '#675e55',
  neutral700: '#4a433d',
  neutral800: '#2c2622',
  neutral900: '#1e1a17',
  neutral1000: '#120f0d',
}

const dark = {
  primary100: '#3a1d1a',
  primary200: '#5d2a26',
  primary500: '#c9685d',
  primary600: '#f0a194',
  primary700: '#f6c0b6',
  buttonPrimary500: '#b53a3b',
  buttonPrimary600: '#96191c',
  buttonNeutral0: '#fff8ee',

  secondary100: '#2e2717',
  secondary200: '#574925',
  secondary500: '#dcbd7c',
  secondary600: '#dcbd7c',
  secondary700: '#ecd49c',

  alternative100: '#1a252d',
  alternative200: '#2f4757',
  alternative500: '#8fb6d0',
  alternative600: '#a9c8dd',
  alternative700: '#c9deec',

  success100: '#1b2a20',
  success200: '#2f4d3a',
  success500: '#93cda9',
  success600: '#93cda9',
  success700: '#bfe3cc',

  warning100: '#2f2614',
  warning200: '#574622',
  warning500: '#ecc070',
  warning600: '#ecc070',
  warning700: '#f5d9a3',

  danger100: '#3a1a16',
  danger200: '#6b2a22',

  neutral0: '#1f1b18',
  neutral100: '#171412',
  neutral150: '#2a2520',
  neutral200: '#3b342d',
  neutral300: '#5a5046',
  neutral400: '#8f8476',
  neutral500: '#a89d8e',
  neutral600: '#b5aa9b',
  neutral700: '#cdc3b5',
  neutral800: '#ede6da',
  neutral900: '#f7f1e6',
  neutral1000: '#fffaf0',
}

function shadows(ring: string, shade: string) {
  return {
    filterShadow: `0 1px 4px ${shade}`,
    focus: `inset 2px 0 0 ${ring}, inset 0 2px 0 ${ring}, inset -2px 0 0 ${ring}, inset 0 -2px 0 ${ring}`,
    focusShadow: `0 0 6px ${ring}`,
    popupShadow: `0 2px 15px ${shade}`,
    tableShadow: `0 1px 4px ${shade}`,
  }
}

export const theme = {
  light: { colors: light, shadows: shadows(light.primary600, 'rgba(58, 32, 16, 0.12)') },
  dark: { colors: dark, shadows: shadows(dark.primary600, 'rgba(0, 0, 0, 0.4)') },
}
