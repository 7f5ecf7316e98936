console.log('{{marker}} configuration loaded')

export default {}
