/**
 * The panel: asks the desk on this machine about the text in the editor and lists what it says.
 *
 * Thin on purpose: no rule lives here. The token is kept for the session of the tab only. Before publishing the same
 * list is shown once more; it never stops anybody.
 */
( function ( wp ) {
	'use strict';
	const api = typeof module === 'undefined' ? {} : module.exports;
	const HOSTS = [ '127.0.0.1', 'localhost', '[::1]' ];

	/** Words of a block and of the blocks inside it, in order; tags out. */
	function words( block ) {
		const html = block.attributes.content || block.attributes.value || block.attributes.caption || block.attributes.alt || '';
		const own = String( html ).replace( /<br ?\/?>/gi, '\n' ).replace( /<[^>]*>/g, '' );
		return [ own ].concat( ( block.innerBlocks || [] ).map( words ) ).filter( Boolean ).join( '\n' );
	}

	/** The story as one text: the title, then each block, with an empty line between. */
	function story( title, blocks ) {
		return [ title ].concat( blocks.map( words ) ).filter( Boolean ).join( '\n\n' );
	}

	/** Findings as rows, the gravest first. Spans count code points, so the text is cut by them and not by UTF-16. */
	function rows( text, findings ) {
		const rank = { error: 0, warning: 1, suggestion: 2, note: 3 };
		const points = Array.from( text );
		return findings
			.map( ( f ) => ( {
				code: f.code,
				severity: f.severity,
				words: f.start === null ? '' : points.slice( f.start, f.end ).join( '' ),
				message: f.message,
				instead: f.fixes.map( ( x ) => x.replacement ).filter( Boolean ).join( ' / ' ) || f.remedy,
				source: f.sources[ 0 ] || null,
			} ) )
			.sort( ( a, b ) => rank[ a.severity ] - rank[ b.severity ] );
	}

	/** Ask the desk; refuses any address that is not this machine. */
	async function ask( address, token, text, send ) {
		const url = new URL( '/review', address );
		if ( ! HOSTS.includes( url.hostname ) ) {
			throw new Error( 'The desk must run on this machine (127.0.0.1).' );
		}
		const answer = await ( send || fetch )( url.href, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json', Authorization: 'Bearer ' + token },
			body: JSON.stringify( { text } ),
			credentials: 'omit',
			referrerPolicy: 'no-referrer',
		} );
		if ( ! answer.ok ) {
			throw new Error( answer.status === 401 ? 'The token is not right.' : 'The desk answered ' + answer.status + '.' );
		}
		return ( await answer.json() ).findings;
	}

	Object.assign( api, { words, story, rows, ask } );
	if ( ! wp || ! wp.plugins ) {
		return;
	}

	const { createElement: el, useState, Fragment } = wp.element;
	const { Button, TextControl, PanelBody, Notice } = wp.components;
	const { PluginSidebar, PluginPrePublishPanel } = wp.editor;
	const { __ } = wp.i18n;

	function List( { found } ) {
		return el( 'ul', { className: 'amanat-list' }, found.map( ( row, n ) =>
			el( 'li', { key: n, className: 'amanat-' + row.severity },
				el( 'strong', null, row.code + ' ' ),
				row.words && el( 'q', null, row.words ),
				el( 'p', null, row.message ),
				row.instead && el( 'p', null, __( 'Instead: ' ) + row.instead ),
				row.source && row.source.url && el( 'a', { href: row.source.url, target: '_blank', rel: 'noopener noreferrer' }, row.source.title )
			)
		) );
	}

	function Desk() {
		const [ token, setToken ] = useState( window.sessionStorage.getItem( 'amanat-token' ) || '' );
		const [ address, setAddress ] = useState( 'http://127.0.0.1:8765' );
		const [ state, setState ] = useState( { found: null, trouble: '' } );
		const look = async () => {
			window.sessionStorage.setItem( 'amanat-token', token );
			const text = story(
				wp.data.select( 'core/editor' ).getEditedPostAttribute( 'title' ),
				wp.data.select( 'core/block-editor' ).getBlocks()
			);
			try {
				setState( { found: rows( text, await ask( address, token, text ) ), trouble: '' } );
			} catch ( error ) {
				setState( { found: null, trouble: error.message } );
			}
		};
		return el( PanelBody, null,
			el( TextControl, { label: __( 'Desk' ), value: address, onChange: setAddress } ),
			el( TextControl, { label: __( 'Token' ), type: 'password', value: token, onChange: setToken } ),
			el( Button, { variant: 'primary', onClick: look }, __( 'Read this story' ) ),
			state.trouble && el( Notice, { status: 'warning', isDismissible: false }, state.trouble ),
			state.found && state.found.length === 0 && el( 'p', null, __( 'No rule spoke. A person must still read the story.' ) ),
			state.found && el( List, { found: state.found } )
		);
	}

	wp.plugins.registerPlugin( 'amanat-desk', {
		icon: 'shield',
		render: () => el( Fragment, null,
			el( PluginSidebar, { name: 'amanat-desk', title: 'Amanat' }, el( Desk ) ),
			el( PluginPrePublishPanel, { title: 'Amanat' }, el( Desk ) )
		),
	} );
} )( typeof window === 'undefined' ? undefined : window.wp );
