// Faces are there from the first paint on where an earlier page had them. What else shows a page in them comes behind the text.
if (document.documentElement.dataset.faces === undefined) void import('./use-faces.ts')
