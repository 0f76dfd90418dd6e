import { endWithParents } from './end-with-parents.ts'

// For `node --import`: a program that a test starts does not outlive the test, however that ends.
endWithParents()
