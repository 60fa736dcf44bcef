// What the rest of the server may use of people and rights.

export { prepareDemoSignIns } from './demo-sign-ins.ts'
export { headOf } from './heads.ts'
export { type Holder, holdersOf, type StandIn, standInsOf } from './holders.ts'
export { type Inherited, type InheritedWork, provideInheritedWork } from './inheritance.ts'
export { rightsOf } from './rights.ts'
export { firstAdministratorLink } from './sign-in/first-administrator.ts'
export { openSignIn, type SignIn } from './sign-in/open.ts'
export { loadRoles } from './starting-roles.ts'
