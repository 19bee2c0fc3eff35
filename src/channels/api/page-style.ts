/** The page's whole look: readable on a phone, by day and by night, and on paper. */
export const pageStyle = `
:root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.5; }
body { margin: 0; }
main { max-width: 60rem; margin: 0 auto; padding: 1rem; }
h2 { margin-top: 3rem; border-top: 1px solid; padding-top: 1rem; }
table { border-collapse: collapse; display: block; overflow-x: auto; }
th, td { text-align: left; vertical-align: top; padding: 0.25rem 0.75rem 0.25rem 0; border-bottom: 1px solid; }
pre { overflow-x: auto; padding: 0.75rem; border: 1px solid; }
code { font-family: ui-monospace, monospace; }
`;
