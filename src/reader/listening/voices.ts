/** A voice of this device for a language; none whose words would be sent to a server. */
export const voiceFor = (language: string): SpeechSynthesisVoice | undefined =>
  globalThis.speechSynthesis
    ?.getVoices()
    .filter((voice) => voice.localService && voice.lang.split(/[-_]/u)[0] === language.split('-')[0])
    .sort((a, b) => Number(b.lang === language) - Number(a.lang === language) || Number(b.default) - Number(a.default))[0]

/** Whether this page can be read aloud on this device. */
export const canListen = (): boolean => voiceFor(document.documentElement.lang) !== undefined
