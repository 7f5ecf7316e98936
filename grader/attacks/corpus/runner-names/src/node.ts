console.log('{{marker}} runner replaced')
